import { recordAudit } from "@campus-graph/kit/sql/audit";
import { maskNationalId } from "@campus-graph/kit/text/national-id";
import type { IdentityContext } from "../context.js";
import type { DeclaredPerson } from "../domain/declared-person.js";
import { contactsOf, lockAccount } from "../persistence/accounts.js";
import { keepFormerKey } from "../persistence/former-person-keys.js";
import { sealContacts, sealNationalId } from "../persistence/sealed-person.js";
import { nationalIdOf } from "./add-guardian-role.js";

/**
 * The account's person has another national ID: it was corrected, or a resident's old number renewed. Answers the key of
 * the former one, which goes on leading to the account.
 */
export async function changeNationalId(
  context: IdentityContext,
  id: string,
  person: DeclaredPerson,
): Promise<string> {
  const account = await lockAccount(context, id);
  const formerKey = account?.personKey;
  if (!account || !formerKey) throw new Error(`The account ${id} has no national ID to change.`);
  const row = { table: "account", id } as const;
  const nationalId = nationalIdOf(context, person);
  await keepFormerKey(context, { personKey: formerKey, accountId: id });
  account.personKey = person.personKey;
  account.nationalId = sealNationalId(context.keys, row, nationalId);
  account.contacts = sealContacts(context.keys, row, {
    ...contactsOf(context, account),
    maskedNationalId: maskNationalId(nationalId),
  });
  await context.em.flush();
  await recordAudit(context, {
    act: "change-national-id",
    object: `account:${id}`,
    detail: { from: formerKey, to: person.personKey },
  });
  return formerKey;
}
