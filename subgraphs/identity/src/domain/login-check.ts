import type { Account } from "./account.js";

/** Whether an e-mail address can become a person's login: free, already theirs, or another's. */
export type LoginCheck = "FREE" | "OWN" | "TAKEN";

/** What a reviewer sees: also that a person who applies under a free address has an account by another. */
export type ShownLoginCheck = LoginCheck | "PERSON_HAS_ACCOUNT";

/** What the holder of an e-mail address, if there is one, means for a person who wants it as their login. */
export function checkLogin(
  holder: Pick<Account, "id" | "personKey"> | null,
  { personKey, subjectId }: { personKey: string; subjectId: string },
): LoginCheck {
  if (!holder) return "FREE";
  if (holder.personKey === personKey) return "OWN";
  // Staff whom a school entered have no national ID here until they declare it.
  return holder.personKey === null && holder.id === subjectId ? "OWN" : "TAKEN";
}
