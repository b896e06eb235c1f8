import { createHash } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { CookieSession, idleMs } from "../domain/cookie-session.js";

/** Its use is written down so seldom, not with each request. */
const notedEveryMs = 60_000;

/** What is known of a session before it has a cookie; its address in clear. */
export type NewCookieSession = Pick<
  CookieSession,
  "kind" | "subjectId" | "sid" | "verifiedEmail" | "applicationId"
>;

/** Begins now, and is kept with the caller's transaction. */
export function keepCookieSession(
  { em, keys, clock }: IdentityContext,
  secret: string,
  session: NewCookieSession,
): CookieSession {
  const digest = digestOf(secret);
  const verifiedEmail =
    session.verifiedEmail && encryptField(keys.ring("field"), session.verifiedEmail, placeOf(digest));
  const kept = new CookieSession({ ...session, digest, verifiedEmail, openedAt: clock.now() });
  em.persist(kept);
  return kept;
}

/** The same session under another secret, from now on, as long as it would have lasted. */
export async function keepSuccessor(
  context: IdentityContext,
  secret: string,
  before: CookieSession,
): Promise<void> {
  const { kind, subjectId, sid, applicationId, expiresAt } = before;
  const verifiedEmail = verifiedEmailOf(context, before);
  keepCookieSession(context, secret, { kind, subjectId, sid, applicationId, verifiedEmail });
  await context.em.flush();
  await context.em.nativeUpdate(CookieSession, { digest: digestOf(secret) }, { expiresAt });
}

/** It ends then, unless it does before. */
export async function shortenCookieSession(
  { em }: IdentityContext,
  { digest, expiresAt }: CookieSession,
  end: Date,
): Promise<void> {
  if (end < expiresAt) await em.nativeUpdate(CookieSession, { digest }, { expiresAt: end });
}

/** The session that the cookie stands for, while it lasts. Looking is using it. */
export async function cookieSessionOf(
  { em, clock }: IdentityContext,
  secret: string,
): Promise<CookieSession | null> {
  const now = clock.now();
  const session = await em.findOne(
    CookieSession,
    {
      digest: digestOf(secret),
      expiresAt: { $gt: now },
      usedAt: { $gt: new Date(now.getTime() - idleMs) },
    },
    // It may have ended since this context last looked.
    { refresh: true },
  );
  // By itself, as most that look have no transaction, and need none.
  if (session && now.getTime() - session.usedAt.getTime() > notedEveryMs)
    await em.nativeUpdate(CookieSession, { digest: session.digest }, { usedAt: now });
  return session;
}

/** The address by which an applicant came. */
export function verifiedEmailOf(
  { keys }: IdentityContext,
  { digest, verifiedEmail }: CookieSession,
): EmailAddress | null {
  if (verifiedEmail === null) return null;
  return decryptField(keys.ring("field"), verifiedEmail, placeOf(digest)) as EmailAddress;
}

/** Takes the cookie's session away, and no other of the same sign-in. */
export async function removeCookieSession({ em }: IdentityContext, secret: string): Promise<void> {
  await em.nativeDelete(CookieSession, { digest: digestOf(secret) });
}

/** Takes away every cookie's session of a sign-in. */
export async function removeCookieSessionsOf({ em }: IdentityContext, sid: string): Promise<void> {
  await em.nativeDelete(CookieSession, { sid });
}

/** The sessions of applicants' cookies of these subjects. */
export function applicantsSessionsOf(
  { em }: IdentityContext,
  subjectIds: readonly string[],
): Promise<CookieSession[]> {
  return em.find(
    CookieSession,
    { kind: "APPLICANT", subjectId: { $in: subjectIds } },
    { orderBy: { sid: "asc" } },
  );
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function placeOf(row: string) {
  return { table: "cookie_session", column: "verified_email", row };
}
