import type { Context } from "../services.js";

/** The sign-in sessions of an account that still stand, or whose refresh tokens do. */
export async function sessionsOf(context: Context, accountId: string): Promise<string[]> {
  const rows = await context.em.execute<{ session_uid: string }[]>(
    "select distinct session_uid from sso_item where account_id = ? and session_uid is not null",
    [accountId],
  );
  return rows.map((row) => row.session_uid);
}

/** Takes away the browser's session, and every code and refresh token that came from it. */
export async function removeSession(context: Context, sid: string): Promise<void> {
  await context.em.execute("delete from sso_item where session_uid = ?", [sid]);
}
