import { isMoney, largestBillNtd } from "../domain/money.js";
import type { SchoolDay } from "../domain/school-day.js";
import { UnreadableLine } from "./settlement-file.js";

/** What every format must find in its fields, whatever they look like. */
export function checkedDay(line: number, text: string): SchoolDay {
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(instant || 0).toISOString().startsWith(text)) return text;
  throw new UnreadableLine(line, {
    "zh-TW": `「${text}」不是日期（yyyy-MM-dd）。`,
    en: `“${text}” is no day (yyyy-MM-dd).`,
  });
}

export function checkedAmount(line: number, text: string): number {
  const amount = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (isMoney(amount)) return amount;
  throw new UnreadableLine(line, {
    "zh-TW": `「${text}」不是 1 至 ${largestBillNtd} 元之間的整數。`,
    en: `“${text}” is no whole NT$ from 1 to ${largestBillNtd}.`,
  });
}

export function checkedCount(line: number, text: string): number {
  if (/^\d{1,14}$/.test(text)) return Number(text);
  throw new UnreadableLine(line, { "zh-TW": `「${text}」不是整數。`, en: `“${text}” is no whole number.` });
}

export function checkedText(line: number, text: string): string {
  if (/^[\w.:-]{1,64}$/.test(text)) return text;
  throw new UnreadableLine(line, {
    "zh-TW": `「${text}」應為 1 至 64 個英文字母、數字或 . _ : - 符號。`,
    en: `“${text}” must be 1 to 64 characters out of A–Z a–z 0–9 . _ : -`,
  });
}

export function unexpected(line: number, wanted: { "zh-TW": string; en: string }): UnreadableLine {
  return new UnreadableLine(line, { "zh-TW": `應為${wanted["zh-TW"]}。`, en: `It should be ${wanted.en}.` });
}
