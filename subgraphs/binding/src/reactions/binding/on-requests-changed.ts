import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { tellProvisionFailed, tellReturned, tellTheBound } from "../../use-cases/tell-of-requests.js";

// Binding listens to its own events to write the notices, many at once.

export function onRequestsReturned(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestReturned">[],
): Promise<void> {
  return tellReturned(context, events);
}

export function onRequestsProvisionFailed(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestProvisionFailed">[],
): Promise<void> {
  return tellProvisionFailed(context, events);
}

export function onBindingsOpened(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.BindingOpened">[],
): Promise<void> {
  return tellTheBound(context, "APPROVED", events);
}

export function onBindingsRevoked(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.BindingRevoked">[],
): Promise<void> {
  return tellTheBound(context, "REVOKED", events);
}
