import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { grantGuardianVisibility } from "../../use-cases/grant-guardian-visibility.js";

export async function onBindingOpened(
  context: PaymentsContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  await grantGuardianVisibility(context, payload);
}
