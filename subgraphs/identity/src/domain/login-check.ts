import { nameAsKept } from "@campus-graph/kit/text/person-name";

/**
 * Whether an e-mail address can become a person's login: free, already theirs, or another's. ID_CHANGED: it is theirs by
 * name and mailbox, under another national ID, which only a reviewer can say to be the same person's.
 */
export type LoginCheck = "FREE" | "OWN" | "TAKEN" | "ID_CHANGED";

/** What a reviewer sees: also that a person who applies under a free address has an account by another. */
export type ShownLoginCheck = LoginCheck | "PERSON_HAS_ACCOUNT";

/** Who signs in with an e-mail address. */
export interface LoginHolder {
  readonly id: string;
  readonly name: string;
  readonly maskedNationalId: string | null;
  readonly personKey: string | null;
  /** Of the national IDs that the person had before. */
  readonly formerKeys: readonly string[];
}

/** Who wants an address as their login: `subjectId` has shown that the mailbox is theirs. */
export interface LoginSeeker {
  readonly personKey: string;
  readonly subjectId: string;
  readonly name: string;
}

/** What the holder of an e-mail address, if there is one, means for a person who wants it as their login. */
export function checkLogin(
  holder: LoginHolder | null,
  { personKey, subjectId, name }: LoginSeeker,
): LoginCheck {
  if (!holder) return "FREE";
  if (holder.personKey === personKey || holder.formerKeys.includes(personKey)) return "OWN";
  if (holder.id !== subjectId) return "TAKEN";
  // Staff whom a school entered have no national ID here until they declare it.
  if (holder.personKey === null) return "OWN";
  return nameAsKept(holder.name) === nameAsKept(name) ? "ID_CHANGED" : "TAKEN";
}
