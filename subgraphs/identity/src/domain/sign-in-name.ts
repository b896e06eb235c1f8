import { emailAddressIn, mailboxOf } from "@campus-graph/kit/text/email-address";
import { mobileNumberIn } from "@campus-graph/kit/text/mobile-number";

/** Something that one may type to sign in. Its first holder keeps it. */
export class SignInName {
  constructor(
    /** The name, in the form in which nobody can read it. */
    readonly nameIndex: string,
    readonly accountId: string,
    readonly kind: "EMAIL" | "MOBILE" | "USER_NAME",
  ) {}
}

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
