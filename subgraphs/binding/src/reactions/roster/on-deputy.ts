import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { noteDeputy } from "../../use-cases/note-deputy.js";

/** Whoever stands in for a homeroom teacher decides the class's requests meanwhile. */
export function onDeputy(
  context: BindingContext,
  event: ReceivedEvent<"roster.DeputyAssigned" | "roster.DeputyEnded">,
): Promise<void> {
  return noteDeputy(context, event);
}
