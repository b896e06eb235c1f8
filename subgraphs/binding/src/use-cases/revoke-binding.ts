import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { pendingAcknowledgements } from "@campus-graph/kit/revocation/pending-acknowledgements";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { LockMode } from "@mikro-orm/core";
import { lockStudentAsRegistrar } from "../access/reviewers.js";
import type { BindingContext } from "../context.js";
import { Binding } from "../domain/binding.js";
import { TakingEffect } from "../domain/refusals.js";
import { BindingRequest } from "../domain/request.js";

export interface RevokeBinding {
  bindingId: string;
  /** Why the approval was wrong, in the registrar's words. */
  reason: string;
}

/**
 * Ends a binding that should not be, and answers when it is gone everywhere. Where somebody has not acted on it in time it
 * refuses (TAKING_EFFECT) and says who; the binding is ended all the same, and asking again waits again.
 */
export async function revokeBinding(
  context: BindingContext,
  revocation: RevokeBinding,
): Promise<BindingRequest> {
  const { request, eventId } = await transaction(context, (context) => revoke(context, revocation));
  const missing = await pendingAcknowledgements(context, eventId);
  if (missing.length > 0) throw new TakingEffect({ missing: missing.join(", ") });
  return request;
}

async function revoke(context: BindingContext, { bindingId, reason }: RevokeBinding) {
  const { em } = context;
  const binding = await bindingToEnd(context, bindingId);
  const request = await em.findOneOrFail(
    BindingRequest,
    { id: binding.requestId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const at = context.clock.now();
  if (binding.revoke(reason, subjectOf(context), at)) {
    request.revoke();
    const { subjectId, studentId } = binding;
    binding.revocationEventId = recordEvent(em, {
      type: "binding.BindingRevoked",
      key: request.id,
      payload: { bindingId, requestId: request.id, subjectId, studentId },
      occurredAt: at,
    });
    await recordAudit(context, { act: "binding.revoke", object: `binding:${bindingId}` });
  }
  return { request, eventId: binding.revocationEventId! };
}

/** A binding of a student of the viewer's own school, with the student's row locked. Any other answers as a missing one. */
async function bindingToEnd(context: BindingContext, bindingId: string): Promise<Binding> {
  const { em } = context;
  const found = isId(bindingId) ? await em.findOne(Binding, { id: bindingId }) : null;
  if (!found || !(await lockStudentAsRegistrar(context, found.studentId))) throw new NotFound();
  // Somebody else may have ended it while we waited.
  await em.refresh(found);
  return found;
}
