import { InvalidName } from "./refusals.js";

declare const brand: unique symbol;

export type PersonName = string & { readonly [brand]: "PersonName" };

const longestName = 50;

/** Names keep their characters as written (云 stays 云); only stray spaces go. */
export function parsePersonName(text: string): PersonName {
  const name = text.normalize("NFC").trim().replace(/\s+/g, " ");
  if (name === "" || [...name].length > longestName || /[\p{Cc}\p{Cf}<>]/u.test(name))
    throw new InvalidName({ longestName });
  return name as PersonName;
}
