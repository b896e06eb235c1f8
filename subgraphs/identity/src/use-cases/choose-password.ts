import type { Account } from "../domain/account.js";
import { checkNewPassword } from "../domain/password-rules.js";
import { contactsOf } from "../persistence/accounts.js";
import { openNationalId } from "../persistence/sealed-person.js";
import type { Context } from "../services.js";

/** Gives the account a password of the person's own choice, if it is good enough. */
export async function choosePassword(context: Context, account: Account, password: string): Promise<void> {
  const { email, mobile } = contactsOf(context, account);
  const nationalId =
    account.nationalId &&
    openNationalId(context.keys, { table: "account", id: account.id }, account.nationalId);
  checkNewPassword(password, [
    email,
    email.split("@")[0]!,
    mobile,
    nationalId,
    nationalId?.slice(-6) ?? null,
  ]);
  account.choosePassword(await context.services.passwords.hash(password));
  await context.em.flush();
}
