import { recordEvent } from "@campus-graph/kit/events/outbox";
import { pendingAcknowledgements } from "@campus-graph/kit/revocation/pending-acknowledgements";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { deputyToEnd } from "../access/deputies.js";
import type { RosterContext } from "../context.js";
import type { DeputyOfClass } from "../domain/deputy.js";
import { DeputyOver, TakingEffect } from "../domain/refusals.js";
import { deputyFacts } from "./assign-deputy.js";

/**
 * Ends a deputy's time early, and answers once they see the class nowhere any more. Where somebody has not acted on it in time
 * it refuses (TAKING_EFFECT) and says who; it is over all the same, and asking again waits again.
 */
export async function endDeputy(context: RosterContext, id: string): Promise<DeputyOfClass> {
  const { ended, eventId } = await transaction(context, (context) => end(context, id));
  const missing = await pendingAcknowledgements(context, eventId);
  if (missing.length > 0) throw new TakingEffect({ missing: missing.join(", ") });
  return ended;
}

async function end(context: RosterContext, id: string) {
  const { deputy, schoolClass } = await deputyToEnd(context, id);
  if (deputy.endEventId === null) {
    if (deputy.isOver(context.clock.now())) throw new DeputyOver();
    await endDeputyNow(context, { deputy, schoolClass });
  }
  return { ended: { deputy, schoolClass }, eventId: deputy.endEventId! };
}

/** Ends it, and tells everybody, within the caller's transaction. */
export async function endDeputyNow(
  context: RosterContext,
  { deputy, schoolClass }: DeputyOfClass,
): Promise<void> {
  const { em, clock } = context;
  const now = clock.now();
  deputy.end(now);
  deputy.endEventId = recordEvent(em, {
    type: "roster.DeputyEnded",
    key: deputy.classId,
    payload: deputyFacts(deputy, schoolClass),
    occurredAt: now,
  });
  await recordAudit(context, {
    act: "deputy.end",
    object: `class:${schoolClass.id}`,
    detail: { deputyId: deputy.id, staffSubjectId: deputy.staffSubjectId },
  });
  await em.flush();
}
