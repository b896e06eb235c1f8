import { maskNationalId, type NationalId } from "@campus-graph/kit/text/national-id";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import type { DeclaredPerson } from "../domain/declared-person.js";
import { contactsOf, lockAccount } from "../persistence/accounts.js";
import { openNationalId, sealContacts, sealNationalId } from "../persistence/sealed-person.js";

/** The account gains the guardian role; staff whom a school entered, who have no national ID here yet, that as well. */
export async function addGuardianRole(
  context: IdentityContext,
  id: string,
  person: DeclaredPerson,
): Promise<Account> {
  const account = await lockAccount(context, id);
  if (!account) throw new Error(`The account ${id} is gone.`);
  account.grant("GUARDIAN");
  if (account.personKey === null) {
    const row = { table: "account", id } as const;
    const nationalId = nationalIdOf(context, person);
    account.personKey = person.personKey;
    account.nationalId = sealNationalId(context.keys, row, nationalId);
    account.contacts = sealContacts(context.keys, row, {
      ...contactsOf(context, account),
      maskedNationalId: maskNationalId(nationalId),
    });
  }
  await context.em.flush();
  return account;
}

export function nationalIdOf({ keys }: IdentityContext, person: DeclaredPerson): NationalId {
  return openNationalId(keys, { table: "declared_person", id: person.id }, person.nationalId);
}
