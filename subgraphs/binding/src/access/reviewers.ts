import { atLeast, type Role, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import {
  isClassReviewedBy,
  lockStudentOfRegistrar,
  lockStudentOfTeacher,
  type Reviewer,
  studentsForRegistrar,
  studentsReviewedBy,
} from "../persistence/reviewers.js";
import type { ClassStudent } from "../persistence/students.js";

/** Which of the students this viewer reviews: as homeroom teacher of their class, or as registrar of their school. */
export async function reviewedStudents(
  context: Context,
  studentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const reviewed = await Promise.all(studentIds.map((id) => batched(context, reviewedStudent, id)));
  return new Set(studentIds.filter((_, at) => reviewed[at] !== null));
}

/** Read once per request of the viewer's, however many fields depend on it. */
const reviewedStudent = defineBatch<string, string, unknown>(async (context, studentIds) => {
  const reviewer = reviewerOf(context);
  if (reviewer.teaches.length + reviewer.registers.length === 0) return new Map();
  const ids = await studentsReviewedBy(context.em, reviewer, studentIds);
  return new Map(ids.map((id) => [id, id]));
});

/** Whether this viewer reviews the class. */
export function reviewsClass(context: Context, classId: string): Promise<boolean> {
  return isClassReviewedBy(context.em, reviewerOf(context), classId);
}

/**
 * Locks the student's row for a decision of their homeroom teacher; false when the viewer is not that teacher.
 * Whoever decides about one student waits here for the decision before.
 */
export function lockStudentAsTeacher(context: Context, studentId: string): Promise<boolean> {
  return lockStudentOfTeacher(context.em, reviewerOf(context), studentId);
}

/** Locks the student's row for an act of the school's registrar; false when the viewer is not that registrar. */
export function lockStudentAsRegistrar(context: Context, studentId: string): Promise<boolean> {
  return lockStudentOfRegistrar(context.em, reviewerOf(context), studentId);
}

/** Students of the school whose requests wait for the viewer as its registrar; who waits since before `late` does in any class. */
export function waitingForRegistrar(
  context: Context,
  schoolCode: string,
  late: Date,
  most: number,
): Promise<ClassStudent[]> {
  return studentsForRegistrar(context.em, reviewerOf(context), { schoolCode, late, most });
}

function reviewerOf({ viewer, clock }: Context): Reviewer {
  const teaches = schoolsOf(viewer, "TEACHER");
  const registers = schoolsOf(viewer, "REGISTRAR");
  return { subject: viewer.subject, teaches, registers, now: clock.now() };
}

function schoolsOf(viewer: Viewer, role: Role): string[] {
  if (!atLeast(viewer, "signed-in")) return [];
  return viewer.roles.flatMap((held) => (held.role === role && held.schoolCode ? [held.schoolCode] : []));
}
