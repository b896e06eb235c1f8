import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { IdentityContext } from "../context.js";
import { applicantsSessionsOf } from "../persistence/cookie-sessions.js";
import { removeSession, removeSignInsUnderWay, sessionsOf } from "../persistence/sessions.js";
import { raiseNotBefore } from "../persistence/subjects.js";

/** Ends one session of an account or an applicant, wherever it is used. Runs within the caller's transaction. */
export async function endSession(context: IdentityContext, accountId: string, sid: string): Promise<void> {
  await removeSession(context, sid);
  recordEvent(context.em, {
    type: "identity.SessionEnded",
    key: accountId,
    payload: { subjectId: accountId, sid },
    occurredAt: context.clock.now(),
  });
}

/**
 * Ends every session of an account but one, if that is named, every sign-in to it that is under way, and every token of
 * its subject: whoever has one knew what opened the account until now. Runs within the caller's transaction.
 */
export async function endSessions(
  context: IdentityContext,
  { accountId, except }: { accountId: string; except: string | null },
): Promise<void> {
  for (const sid of await sessionsOf(context, accountId))
    if (sid !== except) await endSession(context, accountId, sid);
  await removeSignInsUnderWay(context, accountId);
  const now = context.clock.now();
  const subjectIds = await raiseNotBefore(context, accountId, now);
  for (const { subjectId, sid } of await applicantsSessionsOf(context, subjectIds))
    await endSession(context, subjectId, sid);
  for (const subjectId of subjectIds)
    recordEvent(context.em, {
      type: "identity.TokensRevoked",
      key: subjectId,
      payload: { subjectId, except },
      occurredAt: now,
    });
}
