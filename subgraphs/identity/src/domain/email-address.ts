import { InvalidEmailAddress } from "./refusals.js";

declare const brand: unique symbol;

/** An e-mail address in the one form in which we compare and keep it: trimmed, in lower case. */
export type EmailAddress = string & { readonly [brand]: "EmailAddress" };

/** The form that HTML and the graph's EmailAddress scalar take, and a domain with a dot in it. */
const plausible =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** Only a code that arrives proves an address; this keeps out what could not be one. */
export function parseEmailAddress(text: string): EmailAddress {
  const email = text.normalize("NFKC").trim().toLowerCase();
  if (!plausible.test(email)) throw new InvalidEmailAddress();
  return email as EmailAddress;
}
