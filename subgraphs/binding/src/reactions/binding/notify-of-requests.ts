import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { notifyBound, notifyProvisionFailed, notifyReturned } from "../../use-cases/notify-applicants.js";

// Binding listens to its own events to write the notices, many at once.

export function onRequestReturned(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestReturned">[],
): Promise<void> {
  return notifyReturned(context, events);
}

export function onProvisionFailed(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestProvisionFailed">[],
): Promise<void> {
  return notifyProvisionFailed(context, events);
}

export function onBindingOpened(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.BindingOpened" | "binding.BindingRevoked">[],
): Promise<void> {
  return notifyBound(context, events);
}
