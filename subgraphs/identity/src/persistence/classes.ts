import type { IdentityContext } from "../context.js";

/** Where a student is, and how letters may call them. */
export interface PlacedStudent {
  studentId: string;
  classId: string;
  schoolCode: string;
  maskedName: string;
  schoolName: string;
}

/** Which class of which school a student is in, as roster told. */
export async function keepStudentClass(
  context: IdentityContext,
  { studentId, classId, schoolCode, maskedName, schoolName }: PlacedStudent,
): Promise<void> {
  await context.em.execute(
    `insert into student_class (student_id, class_id, school_code, masked_name, school_name) values (?, ?, ?, ?, ?)
     on conflict (student_id) do update set class_id = excluded.class_id, school_code = excluded.school_code,
       masked_name = excluded.masked_name, school_name = excluded.school_name`,
    [studentId, classId, schoolCode, maskedName, schoolName],
  );
  await noteSchoolOfClass(context, classId, schoolCode);
}

/** Students who were noted before schools were have the school of their class. */
export async function noteSchoolOfClass(
  context: IdentityContext,
  classId: string,
  schoolCode: string,
): Promise<void> {
  await context.em.execute(
    "update student_class set school_code = ? where class_id = ? and school_code is null",
    [schoolCode, classId],
  );
}

export async function removeStudentClass(context: IdentityContext, studentId: string): Promise<void> {
  await context.em.execute("delete from student_class where student_id = ?", [studentId]);
}

export interface Homeroom {
  classId: string;
  staffSubjectId: string;
  since: Date;
  until: Date | null;
}

export async function keepHomeroom(
  context: IdentityContext,
  { classId, staffSubjectId, since, until }: Homeroom,
): Promise<void> {
  await context.em.execute(
    `insert into homeroom (class_id, staff_subject_id, since, until) values (?, ?, ?, ?)
     on conflict (class_id, staff_subject_id, since) do update set until = excluded.until`,
    [classId, staffSubjectId, since, until],
  );
}

/** That somebody stands in for the homeroom teacher of a class. */
export interface Deputy extends Homeroom {
  id: string;
}

export async function keepDeputy(
  context: IdentityContext,
  { id, classId, staffSubjectId, since, until }: Deputy,
): Promise<void> {
  await context.em.execute(
    `insert into deputy (id, class_id, staff_subject_id, since, until) values (?, ?, ?, ?, ?)
     on conflict (id) do update set until = excluded.until`,
    [id, classId, staffSubjectId, since, until],
  );
}

/** Who decides a class's requests, and from when until when: its homeroom teacher, and who stands in for them. */
export const teacherOfClass = `(
  select class_id, staff_subject_id, since, until from homeroom
  union all select class_id, staff_subject_id, since, until from deputy) as teacher`;
