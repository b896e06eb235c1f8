import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { noteClassOfRequest, noteRequest, noteRequestStatus } from "../../use-cases/note-request.js";
import { publishTakenLogins } from "../../use-cases/publish-taken-logins.js";

/** The applicant and the reviewers see the guardian from now on; the login may have been taken since the declaration. */
export async function onRequestSubmitted(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestSubmitted">,
): Promise<void> {
  await noteRequest(context, payload, "PENDING");
  await noteClassOfRequest(context, payload);
  await publishTakenLogins(context, { requestId: payload.requestId });
}

export async function onRequestReturned(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestReturned">,
): Promise<void> {
  await noteRequestStatus(context, payload.requestId, "RETURNED");
  await noteClassOfRequest(context, payload);
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
