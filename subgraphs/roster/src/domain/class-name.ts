import { halfWidth, longestInput, plainDashes } from "@campus-graph/kit/text/characters";
import { signsOf } from "@campus-graph/kit/text/signs";
import { hanNumerals, readHanNumber } from "./han-numbers.js";
import { InvalidClassName } from "./refusals.js";

declare const brand: unique symbol;

/** What a school calls a class: 二年一班, 資訊科一年甲班, 101. */
export type ClassName = string & { readonly [brand]: "ClassName" };

const longestClassName = 20;
const form = /^[\p{L}\p{N}(○][\p{L}\p{M}\p{N}().·‧、&/~○-]*$/u;
/** What a spreadsheet makes of 2-1, and a dash where 一 was meant. */
const otherForm = /^\d+[-/.]\d+[-/.]\d+$|^\d+月\d+日$|年級?-/;

/** The name without white space, half-width; refuses BAD_CLASS_NAME and BAD_CHARACTER. */
export function parseClassName(text: string): ClassName {
  if (text.length > longestInput) throw new InvalidClassName({ longestClassName });
  const name = plainDashes(halfWidth(text)).replace(/\s+/g, "").normalize("NFC");
  if (!form.test(name) || otherForm.test(name) || signsOf(name).length > longestClassName)
    throw new InvalidClassName({ longestClassName });
  return name as ClassName;
}

/** By which a class is found however its numbers are written: 二年十一班, 2年11班 and ２年１１班 are one class. */
export function classKey(name: string): string {
  return (
    plainDashes(name.normalize("NFKC"))
      .replace(/\s+/g, "")
      .toUpperCase()
      .replace(/[ニーㄧ壹貳貮參肆伍陸柒捌玖拾廿卅○零]/g, (sign) => sameNumeral[sign]!)
      // 國七3班 is no 國73班.
      .replace(new RegExp(`(?<=[${hanNumerals}])(?=[1-9])|(?<=\\d)(?=[${hanNumerals}])`, "g"), "-")
      .replace(new RegExp(`[${hanNumerals}]+`, "g"), (number) => readHanNumber(number) ?? number)
      .replace(/(?<!\d)0+(?=\d)/g, "")
  );
}

/** Formal numerals, and letters that input methods and readers of pictures give for one. */
const sameNumeral: Readonly<Record<string, string>> = {
  ニ: "二",
  ー: "一",
  ㄧ: "一",
  壹: "一",
  貳: "二",
  貮: "二",
  參: "三",
  肆: "四",
  伍: "五",
  陸: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  廿: "二十",
  卅: "三十",
  "○": "〇",
  零: "〇",
};

/**
 * Grade and number, where the name is nothing else, as 2-1: by it 201, 2-1 and 二年一班, which may be three classes, are
 * seen to be alike. Null for a name like 忠班.
 */
export function classNumbers(name: string): string | null {
  const [, grade, number] =
    /^第?(\d{1,2})(?:年級?|[-之.])第?(\d{1,2})班?$/.exec(classKey(name)) ??
    /^(\d{1,2})(\d{2})班?$/.exec(classKey(name)) ??
    [];
  return grade && number ? `${Number(grade)}-${Number(number)}` : null;
}

/** The grade that the name itself tells (二年一班 → 2, 十一年三班 → 11, 101 → 1), or null when it tells none. */
export function gradeOf(name: ClassName): number | null {
  const key = classKey(name);
  const grade = /(?:^|\D)(\d{1,2})年/.exec(key)?.[1] ?? classNumbers(key)?.split("-")[0];
  return grade ? asGrade(Number(grade)) : null;
}

/** Grades run from 1 to 12; a school may count them from its own first year or through all levels. */
export function asGrade(number: number | null): number | null {
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 12 ? number : null;
}
