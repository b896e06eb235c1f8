import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { revokeGuardianVisibility } from "../../use-cases/revoke-guardian-visibility.js";

export async function onBindingRevoked(
  context: PaymentsContext,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  await revokeGuardianVisibility(context, payload);
}
