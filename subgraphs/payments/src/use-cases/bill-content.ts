import { charactersBetween, entriesBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, type Words } from "@campus-graph/kit/refusals/refusal";
import type { BillItem } from "../domain/bill.js";
import { isMoney, largestBillNtd, type Money, money, total } from "../domain/money.js";
import { type SchoolDay, schoolDay, yearsAfter } from "../domain/school-day.js";

const longestTitle = 60;
const longestItemName = 40;
const mostItems = 30;
/** A later day is a mistyped year; and the stores' slips have two digits for the ROC year, so one far off would wrap. */
const longestYearsToPay = 2;

/** What a cashier wrote, before it is checked. */
export interface DraftContent {
  title: string;
  items: readonly { name: string; amount: number }[];
  dueDate: SchoolDay;
}

/** What a bill says, checked. */
export interface BillContent {
  title: string;
  items: BillItem[];
  amount: Money;
  dueDate: SchoolDay;
}

/** Checks what a bill is to say. Refuses (BAD_INPUT) naming the field. */
export function checkContent(draft: DraftContent, now: Date): BillContent {
  const items = draft.items.map((item) => ({
    name: checkText("items.name", item.name, longestItemName),
    amount: checkAmount("items.amount", item.amount),
  }));
  if (items.length < 1 || items.length > mostItems)
    throw new BadInput({ field: "items", rule: entriesBetween(1, mostItems) });
  checkDueDate(draft.dueDate, now);
  return {
    title: checkText("title", draft.title, longestTitle),
    items,
    amount: checkAmount("items", total(items.map(({ amount }) => amount))),
    dueDate: draft.dueDate,
  };
}

function checkDueDate(dueDate: SchoolDay, now: Date): void {
  const first = schoolDay(now);
  const last = yearsAfter(first, longestYearsToPay);
  if (dueDate >= first && dueDate <= last) return;
  throw new BadInput({
    field: "dueDate",
    rule: {
      "zh-TW": `繳費期限請填 ${first} 至 ${last} 之間的日期。`,
      en: `Choose a day from ${first} to ${last}.`,
    },
  });
}

/** What every amount on a bill must be, and so the bill's own. */
const anAmount: Words = {
  "zh-TW": `金額請填 1 至 ${largestBillNtd} 元之間的整數，整張繳費單合計亦同。`,
  en: `Ask for whole NT$ from 1 to ${largestBillNtd}, each line and the bill as a whole.`,
};

function checkAmount(field: string, amount: number): Money {
  if (!isMoney(amount)) throw new BadInput({ field, rule: anAmount });
  return money(amount);
}

function checkText(field: string, text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length < 1 || trimmed.length > longest)
    throw new BadInput({ field, rule: charactersBetween(1, longest) });
  return trimmed;
}
