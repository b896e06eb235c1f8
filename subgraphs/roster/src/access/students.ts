import { atLeast } from "@campus-graph/kit/auth/viewer";
import { objectOf, visibleObjects } from "@campus-graph/kit/auth/visibility";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import type { RosterContext } from "../context.js";
import { Student } from "../domain/student.js";
import { staffCover } from "./staff-cover.js";
import { knowledgeOfSchool, sightOf, type VisibilityGrant } from "./student-visibility.js";

/** A student together with how much of them the viewer sees. */
export interface SeenStudent {
  student: Student;
  grant: VisibilityGrant;
  /** Whether the viewer may be told where the student goes to school now. */
  knowsSchool: boolean;
}

/** A student as the viewer sees them; null for whoever has no reason to see them, as for one that is not there. */
export function seeStudent(context: RosterContext, id: string): Promise<SeenStudent | null> {
  return batched(context, visibleStudent, id);
}

/** The students of these ids that the viewer sees at all; the others are absent, whatever the reason. */
const visibleStudent = defineBatch(async (context, ids: readonly string[]) => {
  const { em, viewer, clock } = context;
  const seen = new Map<string, SeenStudent>();
  if (viewer.subject === null || viewer.assurance === "must-change-password") return seen;
  const students = await em.find(Student, { id: { $in: ids.filter(isId) } });
  const objects = students.map(({ id }) => objectOf("student", id));
  const reasons = await visibleObjects(em, viewer.subject, objects, clock.now());
  const cover = await staffCover(context);
  // An applicant's token shows what was applied for, even when the same person is bound by an account.
  const mayBeGuardian = atLeast(viewer, "signed-in");
  for (const student of students) {
    const own = reasons.get(objectOf("student", student.id)) ?? new Set<string>();
    const grant = sightOf(student, own, cover, mayBeGuardian);
    const knowsSchool = grant === "full" || own.has(knowledgeOfSchool(student.schoolCode));
    if (grant) seen.set(student.id, { student, grant, knowsSchool });
  }
  return seen;
});
