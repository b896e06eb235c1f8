import { textArray } from "@campus-graph/kit/auth/visibility";
import type { RosterEvents } from "@campus-graph/schema/events";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { StudentPlace } from "../domain/request.js";
import { presentKeys } from "./renewed-persons.js";

/**
 * Notes where the roster says that a student is; submitted requests follow them there. A draft keeps the school that
 * its guardian named: submitting it must not tell anyone where the child went since.
 */
export async function keepPlace(
  em: EntityManager,
  student: RosterEvents["roster.StudentEnrolled"],
): Promise<void> {
  const [personKey, ...parentKeys] = await presentKeys(em, [student.personKey, ...student.parentPersonKeys]);
  await em.execute(
    `insert into student (id, class_id, school_code, seat_number, person_key, parent_person_keys)
     values (?, ?, ?, ?, ?, ?::text[])
     on conflict (id) do update set class_id = excluded.class_id, school_code = excluded.school_code,
       seat_number = excluded.seat_number, person_key = excluded.person_key,
       parent_person_keys = excluded.parent_person_keys`,
    [
      student.studentId,
      student.classId,
      student.schoolCode,
      student.seatNumber,
      personKey,
      textArray(parentKeys),
    ],
  );
  await em.execute(
    `update request set class_id = ?, school_code = ?
     where student_id = ? and status in ('PENDING', 'RETURNED', 'APPROVED')
       and (class_id, school_code) is distinct from (?, ?)`,
    [student.classId, student.schoolCode, student.studentId, student.classId, student.schoolCode],
  );
}

/** Where students are, in the order of their persons; who is in no class is left out. */
export function placesOfPersons(em: EntityManager, personKeys: readonly string[]): Promise<StudentPlace[]> {
  return em.execute(
    `select id as "studentId", school_code as "schoolCode", class_id as "classId" from student
     where person_key = any(?::text[]) and class_id is not null order by array_position(?::text[], person_key)`,
    [textArray(personKeys), textArray(personKeys)],
  );
}

/** The student has left the school: no class shows them any more. Bindings stay. */
export async function removeFromClass(em: EntityManager, studentId: string): Promise<void> {
  await em.execute("update student set class_id = null, seat_number = null where id = ?", [studentId]);
}

/** Locks the student's row: whoever decides about the student, or gives a slot, waits here for the one before. */
export async function lockStudent(em: EntityManager, studentId: string): Promise<void> {
  await em.execute("select 1 as one from student where id = ? for update", [studentId]);
}

/** Whether one of these students is the person of this key. */
export async function isPersonOf(
  em: EntityManager,
  personKey: string,
  studentIds: readonly string[],
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "select 1 as one from student where person_key = ? and id = any(?::text[]) limit 1",
    [personKey, textArray(studentIds)],
  );
  return rows.length > 0;
}

/** The recorded parents of these students, by student. */
export async function parentKeysOf(
  em: EntityManager,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (studentIds.length === 0) return new Map();
  const rows = await em.execute<{ id: string; parents: string[] }[]>(
    "select id, parent_person_keys as parents from student where id = any(?::text[])",
    [textArray(studentIds)],
  );
  return new Map(rows.map(({ id, parents }) => [id, parents]));
}

export interface ClassStudent {
  readonly id: string;
  readonly parentPersonKeys: readonly string[];
}

/** The students of a class, by seat. */
export function studentsOfClass(em: EntityManager, classId: string): Promise<ClassStudent[]> {
  return em.execute(
    `select id, parent_person_keys as "parentPersonKeys" from student
     where class_id = ? order by seat_number nulls last, id`,
    [classId],
  );
}

/** Locks the students' rows in one order: whoever decides about one of them waits. */
export async function lockStudents(em: EntityManager, studentIds: readonly string[]): Promise<void> {
  if (studentIds.length === 0) return;
  await em.execute("select 1 as one from student where id = any(?::text[]) order by id for update", [
    textArray(studentIds),
  ]);
}
