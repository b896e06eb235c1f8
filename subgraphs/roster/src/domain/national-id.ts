import { isIdCardNumber } from "taiwan-id-validator";

declare const nationalId: unique symbol;

/** A national ID or resident certificate number whose check digit is right, in capitals. */
export type NationalId = string & { readonly [nationalId]: true };

/** The number in its one written form, or null when it cannot be one. */
export function parseNationalId(text: string): NationalId | null {
  const written = text.normalize("NFKC").trim().toUpperCase();
  return isIdCardNumber(written) ? (written as NationalId) : null;
}
