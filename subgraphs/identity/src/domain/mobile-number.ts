import { parsePhoneNumberFromString } from "libphonenumber-js";
import { InvalidMobileNumber } from "./refusals.js";

declare const brand: unique symbol;

/** A Taiwanese mobile number as people write it, `0912345678`. */
export type MobileNumber = string & { readonly [brand]: "MobileNumber" };

/** Takes 0912-345-678 and +886 912 345 678 alike. */
export function parseMobileNumber(text: string): MobileNumber {
  const international = parsePhoneNumberFromString(text.normalize("NFKC"), "TW")?.number ?? "";
  const [, rest] = /^\+886(9\d{8})$/.exec(international) ?? [];
  if (!rest) throw new InvalidMobileNumber();
  return `0${rest}` as MobileNumber;
}
