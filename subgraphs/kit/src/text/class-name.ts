import { halfWidth, longestInput } from "./characters.js";
import { InvalidClassName } from "./refusals.js";
import { signsOf } from "./signs.js";

declare const brand: unique symbol;

/** What a school calls a class: 二年一班, 資訊科一年甲班, 101. */
export type ClassName = string & { readonly [brand]: "ClassName" };

const longestClassName = 20;
const hanDigits = "〇一二三四五六七八九";

/** The name without white space, half-width; refuses BAD_CLASS_NAME and BAD_CHARACTER. */
export function parseClassName(text: string): ClassName {
  if (text.length > longestInput) throw new InvalidClassName({ longestClassName });
  const name = halfWidth(text).replace(/\s+/g, "").normalize("NFC");
  if (name === "" || signsOf(name).length > longestClassName)
    throw new InvalidClassName({ longestClassName });
  return name as ClassName;
}

/** By which a class is found however its numbers are written: 二年十一班, 2年11班 and ２年１１班 are one class. */
export function classKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .toUpperCase()
    .replace(/[○零]/g, "〇")
    .replace(/[〇一二三四五六七八九十]+/g, (number) => readHan(number) ?? number)
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** The grade that the name itself tells (二年一班 → 2, 十一年三班 → 11, 101 → 1), or null when it tells none. */
export function gradeOf(name: ClassName): number | null {
  const key = classKey(name);
  const grade = /(?:^|\D)(\d{1,2})年/.exec(key)?.[1] ?? /^(\d{1,2})\d{2}班?$/.exec(key)?.[1];
  return grade ? asGrade(Number(grade)) : null;
}

/** Grades run from 1 to 12; a school may count them from its own first year or through all levels. */
export function asGrade(number: number | null): number | null {
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 12 ? number : null;
}

/** 十二 is 12 and 一〇二 is 102; null for what is neither. */
function readHan(text: string): string | null {
  const digits = (signs: string) => [...signs].map((sign) => hanDigits.indexOf(sign)).join("");
  if (!text.includes("十")) return digits(text);
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text) ?? [];
  return tens === undefined ? null : `${digits(tens || "一")}${digits(ones || "〇")}`;
}
