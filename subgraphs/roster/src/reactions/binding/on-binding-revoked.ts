import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { revokeGuardianVisibility } from "../../use-cases/revoke-guardian-visibility.js";

/** The binding ended. */
export async function onBindingRevoked(
  context: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  await revokeGuardianVisibility(context, payload);
}
