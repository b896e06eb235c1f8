const digits = "〇一二三四五六七八九";

/** The characters that a number is written with. */
export const hanNumerals = `${digits}十百`;

/** 十二 is 12, 一百零七 is 107 (零 given as 〇) and 一〇二 is 102; null for what is no number. */
export function readHanNumber(text: string): string | null {
  if (!/[十百]/.test(text)) return [...text].map((sign) => digits.indexOf(sign)).join("");
  const [, hundreds, tens, ones] =
    /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(text) ??
    [];
  if (hundreds === undefined && tens === undefined) return null;
  const value = (sign: string | undefined, ifEmpty = 0) => (sign ? digits.indexOf(sign) : ifEmpty);
  return String(100 * value(hundreds) + 10 * value(tens, tens === undefined ? 0 : 1) + value(ones));
}
