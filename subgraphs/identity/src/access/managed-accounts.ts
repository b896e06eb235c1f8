import { atLeast } from "@campus-graph/kit/auth/viewer";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import { type Caretaker, caretakerOf } from "../domain/account-care.js";
import { accountsAtSchools } from "../persistence/managed-accounts.js";

/** Who the viewer looks after accounts as; null for everybody else. */
export function caretakerIn({ viewer }: IdentityContext): Caretaker | null {
  return atLeast(viewer, "signed-in") ? caretakerOf(viewer) : null;
}

/** Of the accounts, those that the viewer looks after; to them all others do not exist. */
export async function accountsLookedAfter(
  context: IdentityContext,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  const caretaker = caretakerIn(context);
  if (!caretaker) return [];
  const ids = accountIds.filter(isId);
  return caretaker.office === "BUREAU" ? ids : accountsAtSchools(context.em, ids, caretaker.schools);
}
