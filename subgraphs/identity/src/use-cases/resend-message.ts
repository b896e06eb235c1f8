import { retryDeadJob } from "@campus-graph/kit/jobs/job-queue";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { accountsLookedAfter, caretakerIn } from "../access/managed-accounts.js";
import { withRolesOfNow } from "../access/roles-of-now.js";
import type { IdentityContext } from "../context.js";
import { MessageOutdated } from "../domain/refusals.js";
import type { UndeliveredMessage } from "../domain/undelivered-message.js";
import { undeliveredRow } from "../persistence/undelivered-messages.js";
import { presentable } from "./undelivered-messages.js";

/** Has a message that was given up tried again, as it was written; a code that is good no longer is of no use. */
export async function resendMessage(context: IdentityContext, id: string): Promise<UndeliveredMessage> {
  return transaction(context, async (context) => {
    const { viewer } = await withRolesOfNow(context);
    const asking = { ...context, viewer };
    const row = isId(id) ? await undeliveredRow(context.em, id) : null;
    if (!row || !(await isLookedAfter(asking, row.payload.subjectId))) throw new NotFound();
    const message = presentable(context, row);
    if (!message.canBeSent) throw new MessageOutdated();
    if (!(await retryDeadJob(context.em, id, context.clock.now()))) throw new NotFound();
    await recordAudit(context, { act: "resend-message", object: `job:${id}`, detail: { kind: row.kind } });
    return message;
  });
}

async function isLookedAfter(context: IdentityContext, subjectId: string | undefined): Promise<boolean> {
  if (caretakerIn(context)?.office === "BUREAU") return true;
  return subjectId !== undefined && (await accountsLookedAfter(context, [subjectId])).length > 0;
}
