import type { TradedToken } from "../access-tokens.js";
import type { IdentityContext } from "../context.js";
import { accountById } from "../persistence/accounts.js";
import { cookieSessionOf, verifiedEmailOf } from "../persistence/cookie-sessions.js";
import { standingOf } from "./standing.js";

/** What a gateway answers with on behalf of the cookie's holder: a token, and until when the session lasts. */
export interface TradedCookie extends TradedToken {
  sessionEndsAt: Date;
}

/** A token for a cookie; null for one that is no session's, or no longer. */
export async function tradeCookie(context: IdentityContext, cookie: string): Promise<TradedCookie | null> {
  const session = await cookieSessionOf(context, cookie);
  if (!session) return null;
  const { kind, subjectId, sid, applicationId, expiresAt: sessionEndsAt } = session;
  const account = await accountById(context, subjectId);
  if (account?.isDisabled) return null;
  const { accessTokens, applicantTokens } = context.services;
  const now = context.clock.now();
  if (kind === "APPLICANT") {
    // Null for one who came by a text message.
    const verifiedEmail = verifiedEmailOf(context, session);
    return {
      ...(await applicantTokens.mint(
        { subjectId, verifiedEmail, applicationId, session: { sid, until: sessionEndsAt } },
        now,
      )),
      sessionEndsAt,
    };
  }
  if (!account) return null;
  const standing = await standingOf(context, account, sid);
  return {
    ...(await accessTokens.mint({ account, standing, sid, until: sessionEndsAt }, now)),
    sessionEndsAt,
  };
}
