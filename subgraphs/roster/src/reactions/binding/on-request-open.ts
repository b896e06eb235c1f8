import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { grantApplicantVisibility } from "../../use-cases/grant-applicant-visibility.js";

/** Whoever applies sees the student while the request is open. */
export async function onRequestOpen(
  context: RosterContext,
  { payload }: ReceivedEvent<"binding.RequestSubmitted" | "binding.RequestReturned">,
): Promise<void> {
  await grantApplicantVisibility(context, payload);
}
