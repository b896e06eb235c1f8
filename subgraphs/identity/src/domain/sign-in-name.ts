import { parsePhoneNumberFromString } from "libphonenumber-js";

/** What was typed as a login, in the form in which logins are kept: a mobile number however written, else small letters. */
export function readSignInName(typed: string): string {
  const text = typed.normalize("NFKC").trim().toLowerCase().slice(0, 320);
  const [, mobile] = /^\+886(9\d{8})$/.exec(parsePhoneNumberFromString(text, "TW")?.number ?? "") ?? [];
  return mobile ? `0${mobile}` : text;
}
