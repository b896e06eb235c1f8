import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import type { Contacts } from "../domain/contacts.js";
import { contactsOf } from "../persistence/accounts.js";

/** Name and addresses of an account's holder, which stand sealed on record. */
export function contactsOfAccount(context: IdentityContext, account: Account): Contacts {
  return contactsOf(context, account);
}
