import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { subjectOf } from "@campus-graph/kit/context";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { userNameLimit } from "../domain/limits.js";
import { UserNameTaken } from "../domain/refusals.js";
import { parseUserName } from "../domain/user-name.js";
import { contactsOf, lockAccount, removeSignInNames, takeSignInName } from "../persistence/accounts.js";
import { sealContacts } from "../persistence/sealed-person.js";

/**
 * Gives the viewer's account a user name in the place of the one it had; null takes it away. Whose name it is is told, as
 * anywhere where names are unique, and so it is not asked a hundred times.
 */
export async function setUserName(context: IdentityContext, typed: string | null): Promise<Account> {
  const id = subjectOf(context);
  const userName = typed === null ? null : parseUserName(typed);
  await countAttempt(context, userNameLimit, id);
  return transaction(context, async (context) => {
    const account = isId(id) ? await lockAccount(context, id) : null;
    if (!account || account.isDisabled) throw new Forbidden();
    const { userName: _, ...contacts } = contactsOf(context, account);
    await removeSignInNames(context, id, "USER_NAME");
    if (userName !== null && !(await takeSignInName(context, id, "USER_NAME", userName)))
      throw new UserNameTaken();
    account.contacts = sealContacts(
      context.keys,
      { table: "account", id },
      userName === null ? contacts : { ...contacts, userName },
    );
    await context.em.flush();
    await recordAudit(context, { act: "set-user-name", object: `account:${id}` });
    return account;
  });
}
