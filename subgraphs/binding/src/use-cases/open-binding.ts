import { recordAudit } from "@campus-graph/kit/audit";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { BindingContext } from "../context.js";
import { Binding } from "../domain/binding.js";
import { OwnRequest } from "../domain/refusals.js";
import { approvedRequest } from "./approved-request.js";
import { failProvision } from "./fail-provision.js";

export interface Provisioned {
  requestId: string;
  /** The guardian's account: the applicant's own subject, or the account they already had. */
  subjectId: string;
}

/**
 * The account stands: the approved request becomes a tie. Where it turns out to be the account of the very teacher who
 * approved, there is none: nobody decides about themselves. Hearing it again changes nothing.
 */
export async function openBinding(
  context: BindingContext,
  { requestId, subjectId }: Provisioned,
): Promise<void> {
  const request = await approvedRequest(context, requestId);
  if (!request) return;
  if (subjectId === request.decidedBy)
    return failProvision(context, { requestId, code: new OwnRequest().code });
  const openedAt = context.clock.now();
  request.bind(subjectId);
  const binding = new Binding({ id: context.newId(), request, subjectId, openedAt });
  context.em.persist(binding);
  recordEvent(context.em, {
    type: "binding.BindingOpened",
    key: request.id,
    payload: {
      bindingId: binding.id,
      requestId: request.id,
      applicationId: request.applicationId,
      subjectId,
      studentId: request.studentId,
      relationship: request.relationship,
      openedAt: openedAt.toISOString(),
    },
    occurredAt: openedAt,
  });
  await recordAudit(context, { act: "binding.open", object: `binding:${binding.id}` });
}
