import { textArray } from "@campus-graph/kit/auth/visibility";
import type { IdentityContext } from "../context.js";
import type { LoginHolder } from "../domain/login-check.js";
import { openContacts, targetIndex } from "./sealed-person.js";

/** Who signs in with these addresses now, by the address's index. */
export async function loginHolders(
  context: IdentityContext,
  emailIndexes: readonly string[],
): Promise<ReadonlyMap<string, LoginHolder>> {
  if (emailIndexes.length === 0) return new Map();
  const rows = await context.em.execute<
    { name_index: string; id: string; contacts: string; person_key: string | null; former_keys: string[] }[]
  >(
    `select name_index, account.id, account.contacts, account.person_key,
       array(select person_key from former_person_key where account_id = account.id) as former_keys
     from sign_in_name join account on account.id = account_id where name_index = any(?::text[])`,
    [textArray(emailIndexes)],
  );
  return new Map(
    rows.map(({ name_index, id, contacts, person_key, former_keys }) => {
      const { name, maskedNationalId } = openContacts(context.keys, { table: "account", id }, contacts);
      return [name_index, { id, name, maskedNationalId, personKey: person_key, formerKeys: former_keys }];
    }),
  );
}

/** Who signs in with this address now. */
export async function loginHolder(context: IdentityContext, email: string): Promise<LoginHolder | null> {
  const index = targetIndex(context.keys, email);
  return (await loginHolders(context, [index])).get(index) ?? null;
}
