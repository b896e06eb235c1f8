import { rocDigits, type SchoolDay } from "../domain/school-day.js";

/** What a store's slip says. */
export interface StoreSlip {
  dueDate: SchoolDay;
  /** The biller's 3 characters. */
  collectionCode: string;
  /** Up to 16 characters; ours is the pay account number. */
  account: string;
  /** Whole NT$, at most nine digits. */
  amount: number;
}

/**
 * The three segments that a store's till reads, each as Code 39. The four characters before the check are the due
 * date's MMDD, as many billers have it.
 */
export function storeSegments({ dueDate, collectionCode, account, amount }: StoreSlip): string[] {
  const due = rocDigits(dueDate);
  return segmentsOf({ due, collectionCode, account, filler: due.slice(2), amount });
}

export interface SegmentParts {
  /** ROC yymmdd. */
  due: string;
  collectionCode: string;
  account: string;
  /** 4 characters of the biller's choice. */
  filler: string;
  amount: number;
}

export function segmentsOf({ due, collectionCode, account, filler, amount }: SegmentParts): string[] {
  const first = `${due}${collectionCode}`;
  const money = String(amount).padStart(9, "0");
  const check = checkOf([first, account, `${filler}${money}`]);
  return [first, account, `${filler}${check}${money}`];
}

/** Two characters over all three segments: one for the odd places, one for the even, each segment counted from 1. */
function checkOf(segments: readonly string[]): string {
  const sums = { odd: 0, even: 0 };
  for (const segment of segments)
    for (const [index, character] of [...segment].entries())
      sums[index % 2 === 0 ? "odd" : "even"] += weightOf(character);
  return `${named(sums.odd % 11, "A", "B")}${named(sums.even % 11, "X", "Y")}`;
}

function named(remainder: number, zero: string, ten: string): string {
  if (remainder === 0) return zero;
  return remainder === 10 ? ten : String(remainder);
}

/** Digits are themselves; A–I and J–R count 1–9, S–Z count 2–9. */
function weightOf(character: string): number {
  if (/\d/.test(character)) return Number(character);
  const place = character.charCodeAt(0) - "A".charCodeAt(0);
  if (place < 0 || place > 25) throw new RangeError(`“${character}” has no place on a store's slip.`);
  return place < 18 ? (place % 9) + 1 : place - 16;
}
