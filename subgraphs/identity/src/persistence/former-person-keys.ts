import type { IdentityContext } from "../context.js";

/** The key goes on leading to the account whose person had this national ID before. */
export async function keepFormerKey(
  { em, clock }: IdentityContext,
  { personKey, accountId }: { personKey: string; accountId: string },
): Promise<void> {
  await em.execute("insert into former_person_key (person_key, account_id, until) values (?, ?, ?)", [
    personKey,
    accountId,
    clock.now(),
  ]);
}

/** The account whose person had this national ID before. */
export async function accountIdOfFormerKey(
  { em }: IdentityContext,
  personKey: string,
): Promise<string | null> {
  const [row] = await em.execute<{ account_id: string }[]>(
    "select account_id from former_person_key where person_key = ?",
    [personKey],
  );
  return row?.account_id ?? null;
}

/** The key of the national ID that has taken this one's place, or the key itself. */
export async function presentKeyOf({ em }: IdentityContext, personKey: string): Promise<string> {
  const [row] = await em.execute<{ person_key: string }[]>(
    `select account.person_key from former_person_key join account on account.id = account_id
     where former_person_key.person_key = ?`,
    [personKey],
  );
  return row?.person_key ?? personKey;
}
