import { createHash } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { IdentityContext } from "../context.js";
import { type CookieSession, idleMs } from "../domain/cookie-session.js";

/** Its use is written down so seldom, not with each request. */
const notedEveryMs = 60_000;

interface Row {
  digest: string;
  kind: CookieSession["kind"];
  subject_id: string;
  sid: string;
  verified_email: string | null;
  application_id: string | null;
  opened_at: Date;
  used_at: Date;
  expires_at: Date;
}

export async function keepCookieSession(
  { em, keys }: IdentityContext,
  secret: string,
  session: CookieSession,
): Promise<void> {
  const digest = digestOf(secret);
  const { kind, subjectId, sid, verifiedEmail, applicationId, openedAt, expiresAt } = session;
  await em.execute(
    `insert into cookie_session
       (digest, kind, subject_id, sid, verified_email, application_id, opened_at, used_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      digest,
      kind,
      subjectId,
      sid,
      verifiedEmail && encryptField(keys.ring("field"), verifiedEmail, placeOf(digest)),
      applicationId,
      openedAt,
      openedAt,
      expiresAt,
    ],
  );
}

/** The session that the cookie stands for, while it lasts. Looking is using it. */
export async function cookieSessionOf(
  context: IdentityContext,
  secret: string,
): Promise<CookieSession | null> {
  const { em, keys, clock } = context;
  const now = clock.now();
  const [row] = await em.execute<Row[]>(
    "select * from cookie_session where digest = ? and expires_at > ? and used_at > ?",
    [digestOf(secret), now, new Date(now.getTime() - idleMs)],
  );
  if (!row) return null;
  if (now.getTime() - new Date(row.used_at).getTime() > notedEveryMs)
    await em.execute("update cookie_session set used_at = ? where digest = ?", [now, row.digest]);
  return {
    kind: row.kind,
    subjectId: row.subject_id,
    sid: row.sid,
    verifiedEmail:
      row.verified_email && decryptField(keys.ring("field"), row.verified_email, placeOf(row.digest)),
    applicationId: row.application_id,
    openedAt: new Date(row.opened_at),
    expiresAt: new Date(row.expires_at),
  };
}

/** Takes the cookie's session away, and no other of the same sign-in. */
export async function removeCookieSession({ em }: IdentityContext, secret: string): Promise<void> {
  await em.execute("delete from cookie_session where digest = ?", [digestOf(secret)]);
}

/** What applicants' cookies of these subjects are known by. */
export async function applicantsSessionsOf(
  { em }: IdentityContext,
  subjectIds: readonly string[],
): Promise<{ subjectId: string; sid: string }[]> {
  if (subjectIds.length === 0) return [];
  return em.execute<{ subjectId: string; sid: string }[]>(
    `select subject_id as "subjectId", sid from cookie_session
     where kind = 'APPLICANT' and subject_id in (${subjectIds.map(() => "?").join(", ")}) order by sid`,
    [...subjectIds],
  );
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function placeOf(row: string) {
  return { table: "cookie_session", column: "verified_email", row };
}
