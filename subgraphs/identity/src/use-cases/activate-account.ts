import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { AccountIsDisabled, ActivationLinkEnded } from "../domain/refusals.js";
import { accountById, contactsOf, lockAccount } from "../persistence/accounts.js";
import { accountIdOfActivationLink, useActivationLink } from "../persistence/activation-links.js";
import { choosePassword } from "./choose-password.js";
import { endSessions } from "./end-sessions.js";

/** The login of the account that a mailed link activates; refuses a link that is used, too old, or nobody's. */
export async function loginToActivate(context: IdentityContext, secret: string): Promise<string> {
  return contactsOf(context, await accountToActivate(context, secret, accountById)).email;
}

/** Sets the first password of one who came by the link that was mailed to the login, and uses the link up. */
export function activateAccount(
  context: IdentityContext,
  { secret, password }: { secret: string; password: string },
): Promise<void> {
  return transaction(context, async (context) => {
    const account = await accountToActivate(context, secret, lockAccount);
    await choosePassword(context, account, password);
    if (!(await useActivationLink(context, secret))) throw new ActivationLinkEnded();
    await endSessions(context, { accountId: account.id, except: null });
    await recordAudit(context, { act: "activate-account", object: `account:${account.id}` });
  });
}

async function accountToActivate(
  context: IdentityContext,
  secret: string,
  find: (context: IdentityContext, id: string) => Promise<Account | null>,
): Promise<Account> {
  const id = await accountIdOfActivationLink(context, secret);
  const account = id === null ? null : await find(context, id);
  // Whoever has chosen a password by a mailed code needs no link any more.
  if (!account?.mustChangePassword) throw new ActivationLinkEnded();
  if (account.isDisabled) throw new AccountIsDisabled();
  return account;
}
