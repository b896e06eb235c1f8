import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RequestFacts } from "@campus-graph/schema/events";
import type { IdentityContext } from "../../context.js";
import { noteSchoolOfClass } from "../../persistence/classes.js";
import { noteRequest, noteRequestStatus, type RequestStatus } from "../../persistence/requests.js";
import { tellTakenLogins } from "../../use-cases/tell-taken-logins.js";

/** The applicant and the reviewers see the guardian from now on; the login may have been taken since the declaration. */
export async function onRequestSubmitted(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestSubmitted">,
): Promise<void> {
  await noteRequestFacts(context, payload, "PENDING");
  await noteSchoolOfClass(context, payload.classId, payload.schoolCode);
  await tellTakenLogins(context, { requestId: payload.requestId });
}

export async function onRequestReturned(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestReturned">,
): Promise<void> {
  await noteRequestStatus(context, payload.requestId, "RETURNED");
  await noteSchoolOfClass(context, payload.classId, payload.schoolCode);
}

/** The reviewer has no reason any more to see who applied. */
export function onRequestCancelled(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestCancelled">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "CANCELLED");
}

export function onRequestProvisionFailed(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestProvisionFailed">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "PROVISION_FAILED");
}

export function noteRequestFacts(
  context: IdentityContext,
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
    version: facts.version ?? null,
    status,
  });
}
