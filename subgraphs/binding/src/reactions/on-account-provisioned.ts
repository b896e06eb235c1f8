import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { openBinding } from "../use-cases/open-binding.js";

export function onAccountProvisioned(
  context: BindingContext,
  { payload }: ReceivedEvent<"identity.AccountProvisioned">,
): Promise<void> {
  return openBinding(context, payload);
}
