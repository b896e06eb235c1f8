import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { noteHomeroom, noteSchoolOfClass } from "../../persistence/classes.js";

/** Roster, not the token, says whose class it is: this teacher reviews its applicants while it lasts. */
export async function onHomeroomAssigned(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.HomeroomAssigned">,
): Promise<void> {
  await noteSchoolOfClass(context, payload.classId, payload.schoolCode);
  await noteHomeroom(context, {
    classId: payload.classId,
    staffSubjectId: payload.staffSubjectId,
    since: new Date(payload.from),
    until: payload.until === null ? null : new Date(payload.until),
  });
}
