import { atLeast } from "@campus-graph/kit/auth/viewer";
import type { IdentityContext } from "../context.js";
import { accountsAtSchools } from "../persistence/managed-accounts.js";

/** Of the accounts, those whose states the viewer is shown as support: the city's sees all, a school's those of its people. */
export async function accountsHelped(
  { viewer, em }: IdentityContext,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  const held = atLeast(viewer, "signed-in") ? viewer.roles.filter(({ role }) => role === "SUPPORT") : [];
  if (held.some(({ schoolCode }) => schoolCode === undefined)) return accountIds;
  return accountsAtSchools(
    em,
    accountIds,
    held.flatMap(({ schoolCode }) => schoolCode ?? []),
  );
}
