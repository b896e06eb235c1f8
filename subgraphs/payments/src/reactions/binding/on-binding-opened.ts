import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { openSight } from "../../use-cases/open-sight.js";

export async function onBindingOpened(
  context: PaymentsContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  await openSight(context, payload);
}
