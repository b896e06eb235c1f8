import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { noteRequestStatus } from "../../use-cases/note-request.js";

/** The guardian stands among the student's guardians from now on. */
export function onBindingOpened(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "BOUND");
}

export function onBindingRevoked(
  context: IdentityContext,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "REVOKED");
}
