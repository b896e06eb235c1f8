import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { noteDeputy } from "../../use-cases/note-deputy.js";

/** Whoever stands in for a homeroom teacher reviews the class's applicants meanwhile. */
export function onDeputy(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.DeputyAssigned" | "roster.DeputyEnded">,
): Promise<void> {
  return noteDeputy(context, payload);
}
