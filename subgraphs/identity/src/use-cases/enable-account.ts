import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { AccountClosing } from "../domain/refusals.js";
import { type AccountCare, accountToChange, readReason, recordCare } from "./account-to-change.js";
import { endSessions } from "./end-sessions.js";
import { type ManagedAccount, managedAccount } from "./managed-account.js";
import { writeOfAccountState } from "./write-of-account-state.js";

/** Its person may sign in again. A session that was just being opened when the account was disabled does not live on. Its owner is told by mail. */
export function enableAccount(context: IdentityContext, care: AccountCare): Promise<ManagedAccount> {
  const reason = readReason(care);
  return transaction(context, async (context) => {
    const { account } = await accountToChange(context, care);
    if (account.disabledBy === "OWNER") throw new AccountClosing();
    if (account.isDisabled) {
      account.enable();
      await context.em.flush();
      await endSessions(context, { accountId: account.id, except: null });
      await recordCare(context, "enable-account", account, reason);
      await writeOfAccountState(context, account, "ENABLED");
    }
    return managedAccount(context, account);
  });
}
