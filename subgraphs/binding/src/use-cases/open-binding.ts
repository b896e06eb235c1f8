import { recordEvent } from "@campus-graph/kit/events/outbox";
import { Refusal } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { BindingContext } from "../context.js";
import { Binding } from "../domain/binding.js";
import { OwnRequest } from "../domain/refusals.js";
import type { BindingRequest } from "../domain/request.js";
import { type Slot, slotFor } from "../domain/student-slots.js";
import { slotsTaken } from "../persistence/slots.js";
import { approvedRequest } from "./approved-request.js";
import { failProvision } from "./fail-provision.js";

export interface Provisioned {
  requestId: string;
  /** The guardian's account: the applicant's own subject, or the account they already had. */
  subjectId: string;
}

/**
 * The account stands: the approved request becomes a binding. Where it turns out to be the account of the very teacher who
 * approved, there is none: nobody decides about themselves. Nor is there where the slots were taken while the owner of
 * an account was asked. Hearing it again changes nothing.
 */
export async function openBinding(
  context: BindingContext,
  { requestId, subjectId }: Provisioned,
): Promise<void> {
  const request = await approvedRequest(context, requestId);
  if (!request) return;
  const refusal = subjectId === request.decidedBy ? new OwnRequest() : await refusalOfSlot(context, request);
  if (refusal) return failProvision(context, { requestId, code: refusal.code, accountId: subjectId });
  const openedAt = context.clock.now();
  request.bind(subjectId, await slotOf(context, request));
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

/** The slot that it has held since it was approved; one whose account's owner had to accept first takes it only now. */
async function slotOf({ em }: BindingContext, { slot, personKey, studentId }: BindingRequest): Promise<Slot> {
  return slot ?? slotFor(personKey, await slotsTaken(em, studentId));
}

/** Why there is no slot for it any more, or null. */
async function refusalOfSlot(context: BindingContext, request: BindingRequest): Promise<Refusal | null> {
  try {
    await slotOf(context, request);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
