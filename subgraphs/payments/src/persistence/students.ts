import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";

/** What payments knows of a student, from roster's events. */
export interface StudentRecord {
  id: string;
  schoolCode: string;
  schoolName: string;
  classId: string;
  seatNumber: number | null;
  maskedName: string;
}

/** Learns a student's place and masked name, and the school's name. */
export async function rememberStudent(em: EntityManager, student: StudentRecord): Promise<void> {
  await em.execute(
    `with named as (
       insert into school (code, name) values (?, ?)
       on conflict (code) do update set name = excluded.name where school.name <> excluded.name
     )
     insert into student (id, school_code, class_id, seat_number, masked_name, enrolled) values (?, ?, ?, ?, ?, true)
     on conflict (id) do update set school_code = excluded.school_code, class_id = excluded.class_id,
       seat_number = excluded.seat_number, masked_name = excluded.masked_name, enrolled = true`,
    [
      student.schoolCode,
      student.schoolName,
      student.id,
      student.schoolCode,
      student.classId,
      student.seatNumber,
      student.maskedName,
    ],
  );
}

/** The student is at no school now; the name stays, for the bills that remain. */
export async function forgetEnrolment(em: EntityManager, studentId: string): Promise<void> {
  await em.execute("update student set enrolled = false where id = ?", [studentId]);
}

/** A student of the school, as far as billing needs to know. */
export interface ChosenStudentRow {
  id: string;
  classId: string;
}

/** The school's students that stand in one of the classes or are named themselves. */
export async function chosenStudents(
  em: EntityManager,
  schoolCode: string,
  wanted: { classIds: readonly string[]; studentIds: readonly string[] },
): Promise<ChosenStudentRow[]> {
  return em.execute<ChosenStudentRow[]>(
    `select id, class_id as "classId" from student
     where school_code = ? and enrolled and (class_id = any(?::uuid[]) or id = any(?::uuid[]))
     order by class_id, seat_number, id`,
    [schoolCode, textArray(wanted.classIds), textArray(wanted.studentIds)],
  );
}

export async function maskedNames(
  em: EntityManager,
  studentIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await em.execute<{ id: string; name: string }[]>(
    "select id, masked_name as name from student where id = any(?::uuid[])",
    [textArray(studentIds)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function schoolNameOf(em: EntityManager, schoolCode: string): Promise<string | null> {
  const [row] = await em.execute<{ name: string }[]>("select name from school where code = ?", [schoolCode]);
  return row?.name ?? null;
}
