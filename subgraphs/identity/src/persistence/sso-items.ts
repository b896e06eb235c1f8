import type { EntityManager } from "@mikro-orm/postgresql";

/** What single sign-on keeps: under the digest of the secret by which it is known, its content encrypted. */
export interface SsoItem {
  model: string;
  id: string;
  payload: string;
  accountId: string | null;
  sessionUid: string | null;
  grantId: string | null;
  /** Null: until it is taken away. */
  expiresInSeconds: number | null;
}

type ItemKey = Pick<SsoItem, "model" | "id">;

/** A session that is over, and whose it was. */
export interface EndedSession {
  accountId: string;
  sid: string;
}

export async function putItem(em: EntityManager, item: SsoItem): Promise<void> {
  await em.execute(
    `insert into sso_item (model, id, payload, account_id, session_uid, grant_id, expires_at)
     values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
     on conflict (model, id) do update set
       payload = excluded.payload, account_id = excluded.account_id, session_uid = excluded.session_uid,
       grant_id = excluded.grant_id, expires_at = excluded.expires_at`,
    [item.model, item.id, item.payload, item.accountId, item.sessionUid, item.grantId, item.expiresInSeconds],
  );
}

export function itemById(em: EntityManager, { model, id }: ItemKey) {
  return find(em, "id = ?", [model, id]);
}

export function itemOfSession(em: EntityManager, model: string, sessionUid: string) {
  return find(em, "session_uid = ?", [model, sessionUid]);
}

async function find(em: EntityManager, condition: string, values: readonly string[]) {
  const [row] = await em.execute<Pick<SsoItem, "id" | "payload">[]>(
    `select id, payload from sso_item
     where model = ? and ${condition} and (expires_at is null or expires_at > now())`,
    [...values],
  );
  return row;
}

/** Marks the item as used; false when it was already, or is not there. */
export async function consumeItem(em: EntityManager, { model, id }: ItemKey): Promise<boolean> {
  const used = await em.execute<unknown[]>(
    "update sso_item set consumed_at = now() where model = ? and id = ? and consumed_at is null returning 1 as one",
    [model, id],
  );
  return used.length > 0;
}

/** The session that an item belongs to. */
export async function sessionOfItem(
  em: EntityManager,
  { model, id }: ItemKey,
): Promise<EndedSession | undefined> {
  const [session] = await em.execute<EndedSession[]>(
    `select account_id as "accountId", session_uid as sid from sso_item
     where model = ? and id = ? and account_id is not null and session_uid is not null`,
    [model, id],
  );
  return session;
}

/**
 * Whether an item was used within so many seconds, and none of its possible successors since: neither was one of them
 * used, nor is there one but `successor`.
 */
export async function isJustUsed(
  em: EntityManager,
  { model, id }: ItemKey,
  within: { seconds: number; successor: string; possibleSuccessors: readonly string[] },
): Promise<boolean> {
  const { seconds, successor, possibleSuccessors } = within;
  const rows = await em.execute<unknown[]>(
    `select 1 as one from sso_item
     where model = ? and id = ? and consumed_at > now() - make_interval(secs => ?) and not exists (
       select 1 from sso_item next where next.model = ? and next.id in (${possibleSuccessors.map(() => "?").join(", ")})
         and (next.consumed_at is not null or next.id <> ?))`,
    [model, id, seconds, model, ...possibleSuccessors, successor],
  );
  return rows.length > 0;
}

export async function deleteItem(em: EntityManager, { model, id }: ItemKey): Promise<void> {
  await em.execute("delete from sso_item where model = ? and id = ?", [model, id]);
}

export async function deleteItemsOfGrant(em: EntityManager, model: string, grantId: string): Promise<void> {
  await em.execute("delete from sso_item where model = ? and grant_id = ?", [model, grantId]);
}
