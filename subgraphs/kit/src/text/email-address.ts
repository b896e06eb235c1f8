import { halfWidth, longestInput } from "./characters.js";
import { InvalidEmailAddress } from "./refusals.js";

declare const brand: unique symbol;

/** An e-mail address: its local part as typed, which only its own host may read, its domain in small letters. */
export type EmailAddress = string & { readonly [brand]: "EmailAddress" };

/** RFC 5321's dot-string without quotes, at a domain with a dot in it. */
const plausible =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Only a code that arrives proves an address; this refuses (EMAIL_INVALID) what could not be one. */
export function parseEmailAddress(text: string): EmailAddress {
  if (text.length > longestInput) throw new InvalidEmailAddress();
  const email = emailAddressIn(halfWidth(text));
  if (!email) throw new InvalidEmailAddress();
  return email;
}

/** The address that the text is, or null. */
export function emailAddressIn(text: string): EmailAddress | null {
  // An input method's full stop stands where a dot was meant: no address holds one.
  const written = text.normalize("NFKC").trim().replace(/[。｡]/g, ".");
  if (!plausible.test(written)) return null;
  const at = written.lastIndexOf("@");
  return `${written.slice(0, at)}${written.slice(at).toLowerCase()}` as EmailAddress;
}

/** Two addresses are one mailbox when they differ in capitals alone: no host that people use tells them apart. */
export function mailboxOf(email: string): string {
  return email.toLowerCase();
}
