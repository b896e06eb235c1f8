import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { noteHomeroom } from "../persistence/classes.js";
import type { Context } from "../services.js";

/** Roster, not the token, says whose class it is: this teacher reviews its applicants while it lasts. */
export function onHomeroomAssigned(
  context: Context,
  { payload }: ReceivedEvent<"roster.HomeroomAssigned">,
): Promise<void> {
  return noteHomeroom(context, {
    classId: payload.classId,
    staffSubjectId: payload.staffSubjectId,
    since: new Date(payload.from),
    until: payload.until === null ? null : new Date(payload.until),
  });
}
