import { atLeast } from "@campus-graph/kit/auth/viewer";
import { visibleObjects } from "@campus-graph/kit/auth/visibility";
import { defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import { knowledgeOfSchool, sightOf, type VisibilityGrant } from "../domain/sight.js";
import { Student } from "../domain/student.js";
import { staffCover } from "./staff-cover.js";

/** A student together with how much of them the viewer sees. */
export interface SeenStudent {
  student: Student;
  sight: VisibilityGrant;
  /** Whether the viewer may be told where the student goes to school now. */
  knowsSchool: boolean;
}

/** How a student is named in the visibility table. */
export function studentObject(studentId: string): string {
  return `student:${studentId}`;
}

/** The students of these ids that the viewer sees at all; the others are absent, whatever the reason. */
export const visibleStudent = defineBatch(async (context, ids: readonly string[]) => {
  const { em, viewer, clock } = context;
  const seen = new Map<string, SeenStudent>();
  if (viewer.subject === null || viewer.assurance === "must-change-password") return seen;
  const students = await em.find(Student, { id: { $in: ids.filter(isId) } });
  const objects = students.map(({ id }) => studentObject(id));
  const reasons = await visibleObjects(em, viewer.subject, objects, clock.now());
  const cover = await staffCover(context);
  // An applicant's token shows what was applied for, even when the same person is bound by an account.
  const mayBeGuardian = atLeast(viewer, "signed-in");
  for (const student of students) {
    const own = reasons.get(studentObject(student.id)) ?? new Set<string>();
    const sight = sightOf(student, own, cover, mayBeGuardian);
    const knowsSchool = sight === "full" || own.has(knowledgeOfSchool(student.schoolCode));
    if (sight) seen.set(student.id, { student, sight, knowsSchool });
  }
  return seen;
});
