import type { IdentityContext } from "../context.js";
import type { FactorMethod, GivenFactor } from "../domain/second-factor.js";

/** In this session a second factor was given. */
export async function noteGivenFactor(
  { em }: IdentityContext,
  { sid, accountId, method, givenAt }: GivenFactor & { sid: string; accountId: string },
): Promise<void> {
  await em.execute(
    `insert into session_factor as kept (sid, account_id, method, given_at) values (?, ?, ?, ?)
     on conflict (sid) do update set
       account_id = excluded.account_id, method = excluded.method, given_at = excluded.given_at
     where kept.account_id <> excluded.account_id or kept.given_at < excluded.given_at`,
    [sid, accountId, method, givenAt],
  );
}

/** What a session's token says of a second factor: the last one that its account gave in it, and whether it has any. */
export async function factorOfSession(
  { em }: IdentityContext,
  { sid, accountId }: { sid: string | null; accountId: string },
): Promise<{ given: GivenFactor | null; isEnrolled: boolean }> {
  const [row] = await em.execute<[{ method: FactorMethod | null; given_at: Date | null; enrolled: boolean }]>(
    `select given.method, given.given_at, exists (
       select from second_factor where account_id = ? and confirmed_at is not null) as enrolled
     from (select) as once left join session_factor as given on given.sid = ? and given.account_id = ?`,
    [accountId, sid, accountId],
  );
  const { method, given_at, enrolled } = row;
  const given = method && given_at ? { method, givenAt: new Date(given_at) } : null;
  return { given, isEnrolled: enrolled };
}
