import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { appsClient } from "../access-tokens.js";
import type { IdentityContext } from "../context.js";
import { cookieSessionOf } from "../persistence/cookie-sessions.js";
import { endSession } from "./end-sessions.js";

/** Ends the session that the cookie stands for: an account's with all that this browser is signed in to. */
export function signOut(context: IdentityContext, cookie: string): Promise<void> {
  return transaction(context, async (context) => {
    const session = await cookieSessionOf(context, cookie);
    if (!session) return;
    const { kind, subjectId, sid } = session;
    await endSession(context, subjectId, sid);
    const object = kind === "ACCOUNT" ? `account:${subjectId}` : `subject:${subjectId}`;
    const viewer = { ...context.viewer, subject: subjectId, session: sid, clientId: appsClient };
    await recordAudit({ ...context, viewer }, { act: "sign-out", object });
  });
}
