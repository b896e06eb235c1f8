import { mailboxOf } from "@campus-graph/kit/text/email-address";
import { mobileNumberIn } from "@campus-graph/kit/text/mobile-number";

/** What was typed as a login, in the form in which logins are kept: a mobile number however written, else small letters. */
export function readSignInName(typed: string): string {
  return mobileNumberIn(typed) ?? mailboxOf(typed.normalize("NFKC").trim()).slice(0, 320);
}
