import { textArray } from "@campus-graph/kit/auth/visibility";
import type { DeputyFacts, RosterEvents } from "@campus-graph/schema/events";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { BindingRequest } from "../domain/request.js";
import type { ClassStudent } from "./students.js";

/** Notes who the homeroom teacher of a class is, and until when. */
export async function keepHomeroom(
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

/** Notes who stands in for the homeroom teacher of a class, and until when. */
export async function keepDeputy(
  em: EntityManager,
  { deputyId, classId, schoolCode, subjectId, from, until }: DeputyFacts,
): Promise<void> {
  await em.execute(
    `insert into deputy (id, class_id, subject_id, school_code, from_at, until_at) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set until_at = excluded.until_at`,
    [deputyId, classId, subjectId, schoolCode, from, until],
  );
}

/** Who decides a class's requests, and from when until when: its homeroom teacher, and who stands in for them. */
const teacherOfClass = `(
  select class_id, subject_id, school_code, from_at, until_at from homeroom
  union all select class_id, subject_id, school_code, from_at, until_at from deputy) as teacher`;

/** Who decides the requests of these students' classes now, by student. */
export async function teachersOfStudents(
  em: EntityManager,
  studentIds: readonly string[],
  now: Date,
): Promise<{ studentId: string; classId: string; subjectId: string }[]> {
  return em.execute(
    `select distinct student.id as "studentId", teacher.class_id as "classId", teacher.subject_id as "subjectId"
     from student join ${teacherOfClass} on teacher.class_id = student.class_id
     where student.id = any(?::text[]) and from_at <= ? and (until_at is null or until_at > ?)`,
    [textArray(studentIds), now, now],
  );
}

/** Whether anybody was ever told that this teacher has a class. */
export async function holdsAClass(em: EntityManager, subjectId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>("select 1 as one from homeroom where subject_id = ? limit 1", [
    subjectId,
  ]);
  return rows.length > 0;
}

/** Who might review, and where they hold which role. */
export interface Reviewer {
  subject: string | null;
  /** Schools where they are a teacher. */
  teaches: readonly string[];
  /** Schools where they are registrar. */
  registers: readonly string[];
  now: Date;
}

/** Those of the students in whose class they have the homeroom or stand in, or at whose school they are registrar. */
export async function studentsReviewedBy(
  em: EntityManager,
  reviewer: Reviewer,
  studentIds: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from student
     where id = any(?::text[]) and (school_code = any(?::text[]) or ${taughtBy("student.class_id")})`,
    [textArray(studentIds), textArray(reviewer.registers), ...taughtByParameters(reviewer)],
  );
  return rows.map(({ id }) => id);
}

/** Whether they review the class. An unknown class is reviewed by nobody. */
export async function isClassReviewedBy(
  em: EntityManager,
  reviewer: Reviewer,
  classId: string,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one where ${taughtBy("?")}
     or exists (select from student where class_id = ? and school_code = any(?::text[]))`,
    [classId, ...taughtByParameters(reviewer), classId, textArray(reviewer.registers)],
  );
  return rows.length > 0;
}

/** Locks the student's row, if the class is theirs, as homeroom teacher or deputy. */
export async function lockStudentOfTeacher(
  em: EntityManager,
  reviewer: Reviewer,
  studentId: string,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from student where id = ? and ${taughtBy("student.class_id")} for update of student`,
    [studentId, ...taughtByParameters(reviewer)],
  );
  return rows.length > 0;
}

/** Locks the student's row, if they are registrar of its school. */
export async function lockStudentOfRegistrar(
  em: EntityManager,
  { registers }: Reviewer,
  studentId: string,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "select 1 as one from student where id = ? and school_code = any(?::text[]) for update",
    [studentId, textArray(registers)],
  );
  return rows.length > 0;
}

/** Whether the student's class has a homeroom teacher now, or a deputy, who is not the person that applies. */
export async function hasImpartialTeacher(
  em: EntityManager,
  { studentId, subjectId, personKey }: Pick<BindingRequest, "studentId" | "subjectId" | "personKey">,
  now: Date,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from student join ${teacherOfClass} on teacher.class_id = student.class_id
     where student.id = ? and from_at <= ? and (until_at is null or until_at > ?) and teacher.subject_id <> ?
       and not exists (select from request as own where own.person_key = ?
         and (own.subject_id = teacher.subject_id or own.account_id = teacher.subject_id))
     limit 1`,
    [studentId, now, now, subjectId, personKey],
  );
  return rows.length > 0;
}

/**
 * A school's students whose requests wait for a registrar of theirs, the longest waiting first: nobody else can decide them, or
 * nobody has since before `late`.
 */
export async function studentsForRegistrar(
  em: EntityManager,
  { registers, now }: Reviewer,
  { schoolCode, late, most }: { schoolCode: string; late: Date; most: number },
): Promise<ClassStudent[]> {
  return em.execute(
    `select student.id, parent_person_keys as "parentPersonKeys"
     from student join request on request.student_id = student.id
     where request.status = 'PENDING' and student.school_code = ? and student.school_code = any(?::text[])
       and student.class_id is not null
       and (request.applied_at < ? or not exists (select from ${teacherOfClass} where teacher.class_id = student.class_id
         and from_at <= ? and (until_at is null or until_at > ?) and teacher.subject_id <> request.subject_id
         and not exists (select from request as own where own.person_key = request.person_key
           and (own.subject_id = teacher.subject_id or own.account_id = teacher.subject_id))))
     group by student.id, parent_person_keys order by min(request.applied_at), student.id limit ?`,
    [schoolCode, textArray(registers), late, now, now, most],
  );
}

/** Whether they hold the class's homeroom now, or stand in for who does, in a school where they are a teacher. */
function taughtBy(classId: string): string {
  return `exists (select from ${teacherOfClass} where teacher.class_id = ${classId} and teacher.subject_id = ?
    and teacher.school_code = any(?::text[]) and from_at <= ? and (until_at is null or until_at > ?))`;
}

function taughtByParameters({ subject, teaches, now }: Reviewer): unknown[] {
  return [subject, textArray(teaches), now, now];
}
