import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { noteRequestStatus } from "../persistence/requests.js";
import type { Context } from "../services.js";

/** The guardian stands among the student's guardians from now on. */
export function onBindingOpened(
  context: Context,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "BOUND");
}

export function onBindingRevoked(
  context: Context,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  return noteRequestStatus(context, payload.requestId, "REVOKED");
}
