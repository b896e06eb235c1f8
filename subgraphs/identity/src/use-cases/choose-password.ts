import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { checkNewPassword } from "../domain/password-rules.js";
import { contactsOf } from "../persistence/accounts.js";
import { openNationalId } from "../persistence/sealed-person.js";

/** Gives the account a password of the person's own choice, if it is good enough. */
export async function choosePassword(
  context: IdentityContext,
  account: Account,
  password: string,
): Promise<void> {
  const { passwords } = context.services;
  const nationalId =
    account.nationalId &&
    openNationalId(context.keys, { table: "account", id: account.id }, account.nationalId);
  checkNewPassword(password, { ...contactsOf(context, account), nationalId }, passwords.isCommon);
  account.choosePassword(await passwords.hash(password));
  await context.em.flush();
}
