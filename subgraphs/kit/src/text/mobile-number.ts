import { parsePhoneNumberFromString } from "libphonenumber-js";
import { halfWidth, longestInput, plainDashes } from "./characters.js";
import { InvalidMobileNumber } from "./refusals.js";

declare const brand: unique symbol;

/** A Taiwanese mobile number as people write it, `0912345678`. */
export type MobileNumber = string & { readonly [brand]: "MobileNumber" };

/** Takes 0912-345-678 and +886 912 345 678 alike; refuses (MOBILE_INVALID) what is anything beside a number. */
export function parseMobileNumber(text: string): MobileNumber {
  if (text.length > longestInput) throw new InvalidMobileNumber();
  const number = mobileNumberIn(halfWidth(text));
  if (!number) throw new InvalidMobileNumber();
  return number;
}

/** The number that the text is, or null: an address or a sentence that merely holds one is none. */
export function mobileNumberIn(text: string): MobileNumber | null {
  const written = plainDashes(text.normalize("NFKC").trim());
  if (!/^\+?[\d\s().-]+$/.test(written)) return null;
  const parsed = parsePhoneNumberFromString(written, { defaultCountry: "TW", extract: false });
  const [, rest] = /^\+886(9\d{8})$/.exec(parsed?.number ?? "") ?? [];
  return rest ? (`0${rest}` as MobileNumber) : null;
}
