import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { revokeApplicantVisibility } from "../../use-cases/revoke-applicant-visibility.js";

/** The applicant withdrew, or got no account. */
export async function onRequestEnded(
  context: RosterContext,
  { payload }: ReceivedEvent<"binding.RequestCancelled" | "binding.RequestProvisionFailed">,
): Promise<void> {
  await revokeApplicantVisibility(context, payload);
}
