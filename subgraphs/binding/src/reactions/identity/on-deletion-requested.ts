import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { endTies } from "../../use-cases/end-ties.js";

/** A person wishes to be here no longer: what they were bound to is theirs no more. */
export function onDeletionRequested(
  context: BindingContext,
  { payload }: ReceivedEvent<"identity.DeletionRequested">,
): Promise<void> {
  return endTies(context, payload.subjectId);
}
