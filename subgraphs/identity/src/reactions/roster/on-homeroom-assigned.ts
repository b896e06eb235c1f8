import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { noteHomeroom } from "../../use-cases/note-homeroom.js";

/** Whoever has the homeroom reviews the class's applicants. */
export async function onHomeroomAssigned(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.HomeroomAssigned">,
): Promise<void> {
  await noteHomeroom(context, payload);
}
