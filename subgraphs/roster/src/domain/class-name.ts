declare const className: unique symbol;

/** What a school calls a class: 二年一班, 資訊科一年甲班, 101. At most 20 characters. */
export type ClassName = string & { readonly [className]: true };

const hanDigits = "一二三四五六七八九";

/** The class name without stray white space, or null when it cannot be one. */
export function parseClassName(text: string): ClassName | null {
  const name = text.normalize("NFC").replace(/\s+/g, "");
  return name.length > 0 && name.length <= 20 ? (name as ClassName) : null;
}

/** The grade that the name itself tells (二年一班 → 2, 十一年三班 → 11, 101 → 1), or null when it tells none. */
export function gradeOf(name: ClassName): number | null {
  const spoken = /([一二三四五六七八九十]+|\d{1,2})年/.exec(name)?.[1];
  if (spoken) return asGrade(/\d/.test(spoken) ? Number(spoken) : readHan(spoken));
  const numbered = /^(\d{1,2})\d{2}$/.exec(name)?.[1];
  return numbered ? asGrade(Number(numbered)) : null;
}

/** Grades run from 1 to 12; a school may count them from its own first year or through all levels. */
export function asGrade(number: number | null): number | null {
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 12 ? number : null;
}

function readHan(text: string): number | null {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const digit = (sign: string | undefined, absent: number) =>
    sign ? hanDigits.indexOf(sign) + 1 || null : absent;
  if ((tens?.length ?? 0) > 1 || (ones?.length ?? 0) > 1) return null;
  const ten = text.includes("十") ? digit(tens, 1) : 0;
  const one = digit(ones, 0);
  return ten === null || one === null ? null : ten * 10 + one;
}
