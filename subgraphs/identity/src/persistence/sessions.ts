import type { EntityManager } from "@mikro-orm/postgresql";
import type { IdentityContext } from "../context.js";
import { removeCookieSessionsOf } from "./cookie-sessions.js";
import { removePushSubscription } from "./push-subscriptions.js";

/** The sign-in sessions of an account that still stand, or whose refresh tokens or cookies do. */
export async function sessionsOf(context: IdentityContext, accountId: string): Promise<string[]> {
  const rows = await context.em.execute<{ session_uid: string }[]>(
    `select session_uid from sso_item where account_id = ? and session_uid is not null
     union select sid from cookie_session where subject_id = ? and kind = 'ACCOUNT' order by session_uid`,
    [accountId, accountId],
  );
  return rows.map((row) => row.session_uid);
}

/**
 * Takes away the browser's session, every code and refresh token that came from it, also those that a request under way
 * is about to write, and the cookies that our own apps have of it. A wallet's link is such a session too. Runs within the caller's transaction.
 */
export async function removeSession(context: IdentityContext, sid: string): Promise<void> {
  const { em, clock } = context;
  await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [lockOf(sid)]);
  await em.execute("insert into ended_session (sid, ended_at) values (?, ?) on conflict do nothing", [
    sid,
    clock.now(),
  ]);
  await em.execute("delete from sso_item where session_uid = ?", [sid]);
  await removeCookieSessionsOf(context, sid);
  await em.execute("delete from session_device where sid = ?", [sid]);
  await em.execute("delete from wallet_link where id = ?", [sid]);
  await em.execute("delete from session_factor where sid = ?", [sid]);
  await removePushSubscription(context, sid);
}

/** That the session has not ended, and will not end before this transaction does. */
export async function isUnderWay(em: EntityManager, sid: string): Promise<boolean> {
  await em.execute("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", [lockOf(sid)]);
  const rows = await em.execute<unknown[]>("select 1 as one from ended_session where sid = ?", [sid]);
  return rows.length === 0;
}

/** Takes away the sign-ins to an account that a password or code has opened, but that no browser has come back from yet. */
export async function removeSignInsUnderWay({ em }: IdentityContext, accountId: string): Promise<void> {
  await em.execute("delete from sso_item where model = 'Interaction' and account_id = ?", [accountId]);
  await em.execute("delete from sign_in where account_id = ?", [accountId]);
}

function lockOf(sid: string): string {
  return `session ${sid}`;
}
