import { openToken } from "@campus-graph/kit/auth/crypto";
import { InvalidToken } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import { cookieSessionOf } from "../persistence/cookie-sessions.js";
import { type OpenedCookie, openCookieSession } from "./open-cookie-session.js";

interface Declared {
  subject: string;
  declaredBy: string;
  applicationId: string;
  verifiedEmail: string;
}

/**
 * Lets who declared a person under another's login follow that application, which has a subject of its own, and nothing
 * else: from now on their cookie is that subject's. Without a cookie the same is done by the token that setGuardian gives.
 */
export async function openApplicationSession(
  context: IdentityContext,
  declaration: string,
  cookie: string | null,
): Promise<OpenedCookie> {
  const ring = context.keys.ring("declaration");
  const declared = openToken<Declared>(ring, "guardian-declaration", declaration, context.clock.now());
  const { subject: subjectId, declaredBy, applicationId, verifiedEmail } = declared;
  const holder = cookie === null ? null : await cookieSessionOf(context, cookie);
  if (holder?.subjectId !== declaredBy || subjectId === declaredBy) throw new InvalidToken();
  const sid = context.newId();
  const opened = await openCookieSession(
    context,
    { kind: "APPLICANT", subjectId, sid, verifiedEmail, applicationId },
    cookie,
  );
  if (!opened) throw new Error("A session ended that nobody knew yet.");
  return opened;
}
