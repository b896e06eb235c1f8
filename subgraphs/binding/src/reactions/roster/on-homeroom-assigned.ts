import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { assignHomeroom } from "../../use-cases/assign-homeroom.js";

export function onHomeroomAssigned(
  context: BindingContext,
  event: ReceivedEvent<"roster.HomeroomAssigned">,
): Promise<void> {
  return assignHomeroom(context, event);
}
