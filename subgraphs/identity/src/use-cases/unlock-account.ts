import { forgetAttempts } from "@campus-graph/kit/auth/attempts";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { currentPasswordLimit } from "../domain/limits.js";
import { forgetFailures } from "../persistence/sign-in-failures.js";
import { type AccountCare, accountToChange, readReason, recordCare } from "./account-to-change.js";
import { type ManagedAccount, managedAccount } from "./managed-account.js";

/** Lets the account's person try again at once, and counts failures anew. */
export function unlockAccount(context: IdentityContext, care: AccountCare): Promise<ManagedAccount> {
  const reason = readReason(care);
  return transaction(context, async (context) => {
    const { account } = await accountToChange(context, care);
    await forgetFailures(context, account.id);
    await forgetAttempts(context, currentPasswordLimit.scope, account.id);
    await recordCare(context, "unlock-account", account, reason);
    return managedAccount(context, account);
  });
}
