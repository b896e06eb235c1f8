import type { Refusal } from "@campus-graph/kit/refusals/refusal";
import {
  AlreadyBound,
  EmailTaken,
  GuardianSlotsFull,
  IdChangeUnconfirmed,
  OwnRequest,
  PersonHasAccount,
  PersonLinkDeclined,
  PersonLinkExpired,
} from "./refusals.js";
import { slots } from "./student-slots.js";

const failures: Readonly<Record<string, () => Refusal>> = {
  ID_CHANGE_UNCONFIRMED: () => new IdChangeUnconfirmed(),
  ALREADY_BOUND: () => new AlreadyBound(),
  EMAIL_TAKEN: () => new EmailTaken(),
  GUARDIAN_SLOTS_FULL: () => new GuardianSlotsFull({ limit: slots.length }),
  OWN_REQUEST: () => new OwnRequest(),
  PERSON_HAS_ACCOUNT: () => new PersonHasAccount(),
  PERSON_LINK_DECLINED: () => new PersonLinkDeclined(),
  PERSON_LINK_EXPIRED: () => new PersonLinkExpired(),
};

/** What a reviewer is told of an approval that has led to no binding; null for a code that nothing is known of. */
export function provisionFailure(code: string): Refusal | null {
  return Object.hasOwn(failures, code) ? failures[code]!() : null;
}
