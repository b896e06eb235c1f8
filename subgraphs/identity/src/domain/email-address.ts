import { InvalidEmailAddress } from "./refusals.js";

declare const brand: unique symbol;

/** An e-mail address in the one form in which we compare and keep it: trimmed, in lower case. */
export type EmailAddress = string & { readonly [brand]: "EmailAddress" };

const plausible =
  /^[^\s@<>(),;:"]{1,64}@(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** Only a code that arrives proves an address; this keeps out what could not be one. */
export function parseEmailAddress(text: string): EmailAddress {
  const email = text.normalize("NFKC").trim().toLowerCase();
  if (!plausible.test(email)) throw new InvalidEmailAddress();
  return email as EmailAddress;
}
