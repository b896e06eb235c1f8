import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { DeliveryEvents } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";
import { requestDelivery } from "../use-cases/request-delivery.js";

/** Whoever asks, the same is done. */
export function onDeliveryRequested(
  context: IdentityContext,
  { payload }: ReceivedEvent<keyof DeliveryEvents>,
): Promise<void> {
  return requestDelivery(context, payload);
}
