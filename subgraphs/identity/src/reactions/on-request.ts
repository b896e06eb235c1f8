import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RequestFacts } from "@campus-graph/schema/events";
import { noteRequest, noteRequestStatus, type RequestStatus } from "../persistence/requests.js";
import type { Context } from "../services.js";

/** The applicant and the reviewer of the class see the guardian from now on. */
export function onRequestSubmitted(
  context: Context,
  { payload }: ReceivedEvent<"binding.RequestSubmitted">,
): Promise<void> {
  return noteRequestFacts(context, payload, "PENDING");
}

export function onRequestReturned(
  context: Context,
  { payload }: ReceivedEvent<"binding.RequestReturned">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "RETURNED");
}

/** The reviewer has no reason any more to see who applied. */
export function onRequestCancelled(
  context: Context,
  { payload }: ReceivedEvent<"binding.RequestCancelled">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "CANCELLED");
}

export function onRequestProvisionFailed(
  context: Context,
  { payload }: ReceivedEvent<"binding.RequestProvisionFailed">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "PROVISION_FAILED");
}

export function noteRequestFacts(
  context: Context,
  facts: RequestFacts,
  status: RequestStatus,
): Promise<void> {
  return noteRequest(context, {
    id: facts.requestId,
    applicationId: facts.applicationId,
    subjectId: facts.subjectId,
    studentId: facts.studentId,
    personKey: facts.guardianPersonKey ?? null,
    declarationId: facts.guardianDeclarationId ?? null,
    status,
  });
}
