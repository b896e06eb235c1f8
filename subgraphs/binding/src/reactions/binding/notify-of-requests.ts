import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { notifyBound, notifyProvisionFailed, notifyReturned } from "../../use-cases/notify-applicants.js";
import { type GridEvent, notifyReviewers } from "../../use-cases/notify-reviewers.js";

// Binding listens to its own events to write the notices, many at once: to who applies, and to who reviews.

/** Who applies did it themselves, or hears of it once something has come of it. */
export function onRequestMoved(context: BindingContext, events: readonly GridEvent[]): Promise<void> {
  return notifyReviewers(context, events);
}

export async function onRequestReturned(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestReturned">[],
): Promise<void> {
  await notifyReturned(context, events);
  await notifyReviewers(context, events);
}

export async function onProvisionFailed(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestProvisionFailed">[],
): Promise<void> {
  await notifyProvisionFailed(context, events);
  await notifyReviewers(context, events);
}

export async function onBindingOpened(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.BindingOpened" | "binding.BindingRevoked">[],
): Promise<void> {
  await notifyBound(context, events);
  await notifyReviewers(context, events);
}
