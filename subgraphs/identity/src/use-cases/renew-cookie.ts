import { randomBytes } from "node:crypto";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { cookieSessionOf, keepSuccessor, shortenCookieSession } from "../persistence/cookie-sessions.js";
import type { OpenedCookie } from "./open-cookie-session.js";

/** So long the cookie before is still good, for sockets and requests under way. */
const graceMs = 10 * 60_000;

/**
 * Another secret for the same session, once somebody has shown more of who they are: no copy of the one before gains by
 * it for long, and a gateway, whichever it is, asks anew who holds it. Null: the session is over.
 */
export function renewCookie(context: IdentityContext, cookie: string): Promise<OpenedCookie | null> {
  return transaction(context, async (context) => {
    const session = await cookieSessionOf(context, cookie);
    if (!session) return null;
    const secret = randomBytes(32).toString("base64url");
    await keepSuccessor(context, secret, session);
    await shortenCookieSession(context, session, new Date(context.clock.now().getTime() + graceMs));
    return { secret, expiresAt: session.expiresAt };
  });
}
