import { emailAddressIn, mailboxOf } from "@campus-graph/kit/text/email-address";
import { mobileNumberIn } from "@campus-graph/kit/text/mobile-number";

const longestName = 320;

/**
 * What was typed as a login, in the form in which logins are kept: a mobile number however written, else small letters.
 * What nobody can see comes along when a login is copied, and is of no name.
 */
export function readSignInName(typed: string): string {
  const written = typed.slice(0, 2 * longestName).replace(/\p{Cf}/gu, "");
  const name = emailAddressIn(written) ?? written.normalize("NFKC").trim();
  return mobileNumberIn(written) ?? mailboxOf(name).slice(0, longestName);
}
