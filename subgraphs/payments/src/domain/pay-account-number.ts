import { type CheckedParts, type CheckRule, checkRules } from "./check-digit.js";

/**
 * The number that a bill is paid by (繳款帳號): prefix 6, serial 9, check 1. The check digit covers the amount, so a
 * changed amount needs a new number.
 */
export type PayAccountNumber = string & { readonly kind: "pay account number" };

export function isPayAccountNumber(text: string): text is PayAccountNumber {
  return /^\d{16}$/.test(text);
}

/** The number of a bill, closed by the issuer's rule. */
export function composePayAccountNumber(rule: CheckRule, parts: CheckedParts): PayAccountNumber {
  if (!/^\d{6}$/.test(parts.prefix)) throw new RangeError(`The prefix “${parts.prefix}” is not 6 digits.`);
  if (!/^\d{9}$/.test(parts.serial)) throw new RangeError(`The serial “${parts.serial}” is not 9 digits.`);
  return `${parts.prefix}${parts.serial}${checkRules[rule](parts)}` as PayAccountNumber;
}

/** Serials that stand in published examples, and are given to no bill by chance. */
export const reservedSerials: ReadonlySet<string> = new Set(["630000019"]);
