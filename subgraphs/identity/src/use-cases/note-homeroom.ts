import type { RosterEvents } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";
import { keepHomeroom, noteSchoolOfClass } from "../persistence/classes.js";

/** Roster, not the token, says whose class it is: this teacher reviews its applicants while it lasts. */
export async function noteHomeroom(
  context: IdentityContext,
  { classId, schoolCode, staffSubjectId, from, until }: RosterEvents["roster.HomeroomAssigned"],
): Promise<void> {
  await noteSchoolOfClass(context, classId, schoolCode);
  await keepHomeroom(context, {
    classId,
    staffSubjectId,
    since: new Date(from),
    until: until === null ? null : new Date(until),
  });
}
