import { countAttempt, forgetAttempts } from "@campus-graph/kit/auth/attempts";
import { subjectOf } from "@campus-graph/kit/context";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { currentPasswordLimit } from "../domain/limits.js";
import { PasswordUnchanged, WrongPassword } from "../domain/refusals.js";
import { accountById, lockAccount } from "../persistence/accounts.js";
import { choosePassword } from "./choose-password.js";
import { endSessions } from "./end-sessions.js";

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** Changes the password. Every other session of the account is over; this one goes on, and may do everything again. */
export async function changePassword(
  context: IdentityContext,
  { currentPassword, newPassword }: PasswordChange,
): Promise<Account> {
  const subjectId = subjectOf(context);
  const known = isId(subjectId) ? await accountById(context, subjectId) : null;
  if (!known) throw new Forbidden();
  await countAttempt(context, currentPasswordLimit, subjectId);
  if (!(await context.services.passwords.matches(known.passwordHash, currentPassword)))
    throw new WrongPassword();
  await forgetAttempts(context, currentPasswordLimit.scope, subjectId);
  if (currentPassword === newPassword) throw new PasswordUnchanged();
  return transaction(context, async (context) => {
    const account = await lockAccount(context, subjectId);
    if (!account || account.passwordHash !== known.passwordHash) throw new WrongPassword();
    if (account.isDisabled) throw new Forbidden();
    await choosePassword(context, account, newPassword);
    await endSessions(context, { accountId: subjectId, except: context.viewer.session });
    await recordAudit(context, { act: "change-password", object: `account:${subjectId}` });
    return account;
  });
}
