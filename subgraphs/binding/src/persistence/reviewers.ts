import { atLeast, type Role, type Viewer } from "@campus-graph/kit/auth/viewer";
import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { RosterEvents } from "@campus-graph/schema/events";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { BindingRequest } from "../domain/request.js";

/** Notes who the homeroom teacher of a class is, and until when. */
export async function assignHomeroom(
  em: EntityManager,
  { classId, schoolCode, staffSubjectId, from, until }: RosterEvents["roster.HomeroomAssigned"],
): Promise<void> {
  await em.execute(
    `insert into homeroom (class_id, subject_id, school_code, from_at, until_at) values (?, ?, ?, ?, ?)
     on conflict (class_id, subject_id) do update set school_code = excluded.school_code,
       from_at = excluded.from_at, until_at = excluded.until_at`,
    [classId, staffSubjectId, schoolCode, from, until],
  );
}

/** Whether anybody was ever told that this teacher has a class. */
export async function holdsAClass(em: EntityManager, subjectId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>("select 1 as one from homeroom where subject_id = ? limit 1", [
    subjectId,
  ]);
  return rows.length > 0;
}

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
  const teaches = schoolsOf(context.viewer, "TEACHER");
  const registers = schoolsOf(context.viewer, "REGISTRAR");
  if (teaches.length + registers.length === 0) return new Map();
  const rows = await context.em.execute<{ id: string }[]>(
    `select id from student
     where id = any(?::text[]) and (school_code = any(?::text[]) or ${taughtBy("student.class_id")})`,
    [textArray(studentIds), textArray(registers), ...taughtByParameters(context, teaches)],
  );
  return new Map(rows.map(({ id }) => [id, id]));
});

/** Whether this viewer reviews the class. An unknown class is reviewed by nobody. */
export async function reviewsClass(context: Context, classId: string): Promise<boolean> {
  const teaches = schoolsOf(context.viewer, "TEACHER");
  const registers = schoolsOf(context.viewer, "REGISTRAR");
  const rows = await context.em.execute<unknown[]>(
    `select 1 as one where ${taughtBy("?")}
     or exists (select from student where class_id = ? and school_code = any(?::text[]))`,
    [classId, ...taughtByParameters(context, teaches), classId, textArray(registers)],
  );
  return rows.length > 0;
}

/**
 * Locks the student's row for a decision of their homeroom teacher; false when the viewer is not that teacher.
 * Whoever decides about one student waits here for the decision before.
 */
export async function lockStudentAsTeacher(context: Context, studentId: string): Promise<boolean> {
  const teaches = schoolsOf(context.viewer, "TEACHER");
  const rows = await context.em.execute<unknown[]>(
    `select 1 as one from student where id = ? and ${taughtBy("student.class_id")} for update of student`,
    [studentId, ...taughtByParameters(context, teaches)],
  );
  return rows.length > 0;
}

/** Locks the student's row for an act of the school's registrar; false when the viewer is not that registrar. */
export async function lockStudentAsRegistrar(context: Context, studentId: string): Promise<boolean> {
  const registers = schoolsOf(context.viewer, "REGISTRAR");
  const rows = await context.em.execute<unknown[]>(
    "select 1 as one from student where id = ? and school_code = any(?::text[]) for update",
    [studentId, textArray(registers)],
  );
  return rows.length > 0;
}

/** Whether the student's class has a homeroom teacher now who is not the person that applies. */
export async function hasImpartialTeacher(
  { em, clock }: Context,
  { studentId, subjectId, personKey }: Pick<BindingRequest, "studentId" | "subjectId" | "personKey">,
): Promise<boolean> {
  const now = clock.now();
  const rows = await em.execute<unknown[]>(
    `select 1 as one from student join homeroom on homeroom.class_id = student.class_id
     where student.id = ? and from_at <= ? and (until_at is null or until_at > ?) and homeroom.subject_id <> ?
       and not exists (select from request as own where own.person_key = ?
         and (own.subject_id = homeroom.subject_id or own.account_id = homeroom.subject_id))
     limit 1`,
    [studentId, now, now, subjectId, personKey],
  );
  return rows.length > 0;
}

/** Whether the viewer holds the class's homeroom now, in a school where they are a teacher. */
function taughtBy(classId: string): string {
  return `exists (select from homeroom where homeroom.class_id = ${classId} and homeroom.subject_id = ?
    and homeroom.school_code = any(?::text[]) and from_at <= ? and (until_at is null or until_at > ?))`;
}

function taughtByParameters({ viewer, clock }: Context, schools: readonly string[]): unknown[] {
  const now = clock.now();
  return [viewer.subject, textArray(schools), now, now];
}

function schoolsOf(viewer: Viewer, role: Role): string[] {
  if (!atLeast(viewer, "signed-in")) return [];
  return viewer.roles.flatMap((held) => (held.role === role && held.schoolCode ? [held.schoolCode] : []));
}
