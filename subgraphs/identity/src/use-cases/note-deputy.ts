import type { DeputyFacts } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";
import { keepDeputy } from "../persistence/classes.js";

/** Roster says who stands in for a homeroom teacher, and until when: they review the class's applicants meanwhile. */
export async function noteDeputy(
  context: IdentityContext,
  { deputyId, classId, subjectId, from, until }: DeputyFacts,
): Promise<void> {
  await keepDeputy(context, {
    id: deputyId,
    classId,
    staffSubjectId: subjectId,
    since: new Date(from),
    until: new Date(until),
  });
}
