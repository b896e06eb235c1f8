import { subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { OpenSession } from "../domain/open-session.js";
import { openSessionsOf } from "../persistence/session-devices.js";
import { endSession } from "./end-sessions.js";

/** Where the viewer is signed in, the last used first. */
export async function listMySessions(context: IdentityContext): Promise<OpenSession[]> {
  const subject = subjectOf(context);
  return isId(subject) ? openSessionsOf(context, subject) : [];
}

/** Signs the viewer out at one place, this one too if it is named. Refuses (NOT_FOUND) what is not theirs or is over. */
export async function endMySession(context: IdentityContext, sid: string): Promise<OpenSession[]> {
  const subject = subjectOf(context);
  await transaction(context, async (context) => {
    const sessions = await listMySessions(context);
    if (!sessions.some((each) => each.sid === sid)) throw new NotFound();
    await endSession(context, subject, sid);
    await recordAudit(context, { act: "end-session", object: `account:${subject}` });
  });
  return listMySessions(context);
}
