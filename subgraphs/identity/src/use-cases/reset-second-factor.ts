import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { removeFactors } from "../persistence/second-factors.js";
import { type AccountCare, accountToChange, readReason, recordCare } from "./account-to-change.js";
import { endSessions } from "./end-sessions.js";
import { type ManagedAccount, managedAccount } from "./managed-account.js";
import { writeOfSecondFactor } from "./write-of-second-factor.js";

/**
 * For who has lost telephone and recovery codes: all of it counts no more, every session is over, and the next sign-in leads
 * through setting it up anew. Nobody does it for themselves; the person is told by mail.
 */
export function resetSecondFactor(context: IdentityContext, care: AccountCare): Promise<ManagedAccount> {
  const reason = readReason(care);
  return transaction(context, async (context) => {
    const { account } = await accountToChange(context, care);
    await removeFactors(context, account.id);
    await endSessions(context, { accountId: account.id, except: null });
    await recordCare(context, "reset-second-factor", account, reason);
    await writeOfSecondFactor(context, account.id, "RESET");
    return managedAccount(context, account);
  });
}
