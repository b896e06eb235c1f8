import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { BindingContext } from "../context.js";
import { Binding } from "../domain/binding.js";
import { BindingRequest } from "../domain/request.js";
import { lockStudents } from "../persistence/students.js";
import { factsOf } from "./request-facts.js";

/** Why, for whoever looks into it. */
const reason = "帳號持有人申請刪除帳號";

/**
 * A person wishes to be here no longer: every binding of theirs ends, and what they applied for and nobody has decided
 * is taken back. Within the caller's transaction; again it changes nothing.
 */
export async function endTies(context: BindingContext, subjectId: string): Promise<void> {
  const { em, clock } = context;
  const [bindings, open] = await Promise.all([
    em.find(Binding, { subjectId, revokedAt: null }),
    em.find(BindingRequest, { subjectId, status: { $in: ["PENDING", "RETURNED", "PROVISION_FAILED"] } }),
  ]);
  await lockStudents(
    em,
    [...bindings, ...open].map(({ studentId }) => studentId),
  );
  for (const binding of bindings) await endBinding(context, binding, clock.now());
  for (const request of open) await cancel(context, request);
}

async function endBinding(context: BindingContext, binding: Binding, at: Date): Promise<void> {
  const { em } = context;
  // A registrar may have ended it while we waited.
  await em.refresh(binding);
  if (binding.revokedAt !== null) return;
  const { id: bindingId, requestId, subjectId, studentId } = binding;
  const request = await em.findOneOrFail(BindingRequest, { id: requestId }, { refresh: true });
  binding.revoke(reason, subjectId, at);
  request.revoke();
  binding.revocationEventId = recordEvent(em, {
    type: "binding.BindingRevoked",
    key: requestId,
    payload: { bindingId, requestId, subjectId, studentId },
    occurredAt: at,
  });
  await recordAudit(context, { act: "binding.end-with-account", object: `binding:${bindingId}` });
}

async function cancel(context: BindingContext, request: BindingRequest): Promise<void> {
  const { em, clock } = context;
  await em.refresh(request);
  if (!["PENDING", "RETURNED", "PROVISION_FAILED"].includes(request.status)) return;
  request.cancel();
  recordEvent(em, {
    type: "binding.RequestCancelled",
    key: request.id,
    payload: factsOf(request),
    occurredAt: clock.now(),
  });
  await recordAudit(context, { act: "request.cancel-with-account", object: `request:${request.id}` });
}
