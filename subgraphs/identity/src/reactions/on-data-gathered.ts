import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../context.js";
import { takeDataPart } from "../use-cases/take-data-part.js";

const sourceOf = {
  "roster.DataGathered": "roster",
  "binding.DataGathered": "binding",
  "payments.DataGathered": "payments",
} as const;

/** A subgraph's part of the file that a person asked for. */
export function onDataGathered(
  context: IdentityContext,
  { type, payload }: ReceivedEvent<keyof typeof sourceOf>,
): Promise<void> {
  return takeDataPart(context, { ...payload, source: sourceOf[type] });
}
