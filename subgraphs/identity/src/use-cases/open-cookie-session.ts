import { randomBytes } from "node:crypto";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import {
  cookieSessionOf,
  keepCookieSession,
  type NewCookieSession,
  removeCookieSession,
} from "../persistence/cookie-sessions.js";
import { isUnderWay } from "../persistence/sessions.js";
import { endSession } from "./end-sessions.js";

/** What the browser is given, and until when it is good. */
export interface OpenedCookie {
  secret: string;
  expiresAt: Date;
}

/**
 * Opens a session that a browser holds by a cookie. Its secret is drawn here, whatever the browser came with, and the
 * session that it had before is over: nobody goes on as somebody else. Null: the sign-in has ended meanwhile.
 */
export function openCookieSession(
  context: IdentityContext,
  session: NewCookieSession,
  before: string | null,
): Promise<OpenedCookie | null> {
  return transaction(context, async (context) => {
    if (!(await isUnderWay(context.em, session.sid))) return null;
    if (before !== null) await leave(context, before, session.sid);
    const secret = randomBytes(32).toString("base64url");
    const { expiresAt } = keepCookieSession(context, secret, session);
    return { secret, expiresAt };
  });
}

async function leave(context: IdentityContext, secret: string, nextSid: string): Promise<void> {
  const left = await cookieSessionOf(context, secret);
  if (left && left.sid !== nextSid) await endSession(context, left.subjectId, left.sid);
  await removeCookieSession(context, secret);
}
