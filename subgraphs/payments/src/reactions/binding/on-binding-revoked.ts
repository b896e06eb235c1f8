import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { endSight } from "../../use-cases/end-sight.js";

export async function onBindingRevoked(
  context: PaymentsContext,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  await endSight(context, payload);
}
