import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { failProvision } from "../../use-cases/fail-provision.js";

export function onProvisionRefused(
  context: BindingContext,
  { payload }: ReceivedEvent<"identity.ProvisionRefused">,
): Promise<void> {
  return failProvision(context, payload);
}
