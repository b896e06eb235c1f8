import type { Refusal } from "@campus-graph/kit/refusal";
import { EmailTaken, OwnRequest, PersonHasAccount } from "./refusals.js";

const failures: Readonly<Record<string, () => Refusal>> = {
  EMAIL_TAKEN: () => new EmailTaken(),
  OWN_REQUEST: () => new OwnRequest(),
  PERSON_HAS_ACCOUNT: () => new PersonHasAccount(),
};

/** What a reviewer is told of an approval that led to no tie; null for a code that nothing is known of. */
export function provisionFailure(code: string): Refusal | null {
  return Object.hasOwn(failures, code) ? failures[code]!() : null;
}
