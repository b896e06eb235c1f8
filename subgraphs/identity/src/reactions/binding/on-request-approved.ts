import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { noteRequest } from "../../use-cases/note-request.js";
import { provisionAccount } from "../../use-cases/provision-account.js";

/** The teacher said yes: the guardian gets an account, or binding hears why not. */
export async function onRequestApproved(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.RequestApproved">,
): Promise<void> {
  await noteRequest(context, payload, "APPROVED");
  await provisionAccount(context, {
    requestId: payload.requestId,
    subjectId: payload.subjectId,
    appliedAt: new Date(payload.appliedAt),
    idChangeConfirmed: payload.idChangeConfirmed ?? false,
  });
}
