import { isIdCardNumber } from "taiwan-id-validator";
import { halfWidth, longestInput } from "./characters.js";
import { InvalidNationalId } from "./refusals.js";

declare const brand: unique symbol;

/** A 身分證 or resident certificate number (統一證號, old or new) whose check digit is right, in capitals. */
export type NationalId = string & { readonly [brand]: "NationalId" };

/** The number in its one written form; refuses (NATIONAL_ID_INVALID) what cannot be one. */
export function parseNationalId(text: string): NationalId {
  if (text.length > longestInput) throw new InvalidNationalId();
  const nationalId = nationalIdIn(halfWidth(text));
  if (!nationalId) throw new InvalidNationalId();
  return nationalId;
}

/** The number that the text is, or null. */
export function nationalIdIn(text: string): NationalId | null {
  const written = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  return isIdCardNumber(written) ? (written as NationalId) : null;
}

/** A12****789: enough to recognise one's own, too little to use another's. */
export function maskNationalId(nationalId: NationalId): string {
  return `${nationalId.slice(0, 3)}****${nationalId.slice(-3)}`;
}

/** What the seed's mail calls 臺端身分證統一編號後6碼. */
export function lastSixOf(nationalId: NationalId): string {
  return nationalId.slice(-6);
}
