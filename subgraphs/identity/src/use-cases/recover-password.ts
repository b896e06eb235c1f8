import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { AccountIsDisabled } from "../domain/refusals.js";
import { lockAccount } from "../persistence/accounts.js";
import { choosePassword } from "./choose-password.js";
import { endSessions } from "./end-sessions.js";

/** Sets a password for one who showed the code that was mailed to the login. Every session of the account is over. */
export function recoverPassword(
  context: IdentityContext,
  accountId: string,
  newPassword: string,
): Promise<void> {
  return transaction(context, async (context) => {
    const account = await lockAccount(context, accountId);
    if (!account) throw new Error(`The account ${accountId} is gone.`);
    if (account.isDisabled) throw new AccountIsDisabled();
    await choosePassword(context, account, newPassword);
    await endSessions(context, { accountId, except: null });
    await recordAudit(context, { act: "recover-password", object: `account:${accountId}` });
  });
}
