import { validateIdCardNumber } from "taiwan-id-validator";
import { InvalidNationalId } from "./refusals.js";

declare const brand: unique symbol;

/** A 身分證 or resident certificate number whose check digit is right. */
export type NationalId = string & { readonly [brand]: "NationalId" };

export function parseNationalId(text: string): NationalId {
  const nationalId = text.normalize("NFKC").trim().toUpperCase();
  if (!validateIdCardNumber(nationalId).valid) throw new InvalidNationalId();
  return nationalId as NationalId;
}

/** A12****789: enough to recognise one's own, too little to use another's. */
export function maskNationalId(nationalId: NationalId): string {
  return `${nationalId.slice(0, 3)}****${nationalId.slice(-3)}`;
}

/** What the seed's mail calls 臺端身分證統一編號後6碼. */
export function lastSixOf(nationalId: NationalId): string {
  return nationalId.slice(-6);
}
