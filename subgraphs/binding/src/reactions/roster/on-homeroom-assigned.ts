import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { assignHomeroom } from "../../persistence/reviewers.js";

export function onHomeroomAssigned(
  { em }: BindingContext,
  { payload }: ReceivedEvent<"roster.HomeroomAssigned">,
): Promise<void> {
  return assignHomeroom(em, payload);
}
