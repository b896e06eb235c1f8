import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { CampusEvents } from "@campus-graph/schema/events";
import type { RosterContext } from "../context.js";
import { School } from "../domain/school.js";
import type { SchoolClass } from "../domain/school-class.js";
import type { Student } from "../domain/student.js";
import { parentKeysOf } from "../persistence/students.js";

/** What became of one student. */
export type StudentNews =
  | {
      type: "roster.StudentEnrolled" | "roster.StudentMoved" | "roster.StudentChanged";
      student: Student;
      schoolClass: SchoolClass;
      /** Where a moved student sat before. */
      fromClassId: string;
    }
  | { type: "roster.StudentLeft"; student: Student };

/** Says each student's news, with all that the other subgraphs know of a student by events. */
export async function publishStudents(context: RosterContext, news: readonly StudentNews[]): Promise<void> {
  if (news.length === 0) return;
  const { em } = context;
  const parents = await parentKeysOf(
    context,
    news.map(({ student }) => student.id),
  );
  for (const each of news) {
    const { id: studentId, classId, schoolCode } = each.student;
    if (each.type === "roster.StudentLeft") {
      recordEvent(em, { type: each.type, key: studentId, payload: { studentId, classId, schoolCode } });
      continue;
    }
    const school = await em.findOneOrFail(School, { code: schoolCode });
    const facts = factsOf(each.student, each.schoolClass, school, [
      ...(parents.get(studentId)?.values() ?? []),
    ]);
    if (each.type === "roster.StudentMoved")
      recordEvent(em, {
        type: each.type,
        key: studentId,
        payload: { ...facts, fromClassId: each.fromClassId },
      });
    else recordEvent(em, { type: each.type, key: studentId, payload: facts });
  }
}

type StudentFacts = CampusEvents["roster.StudentEnrolled"];

function factsOf(
  { id, seatNumber, maskedName, personKey }: Student,
  schoolClass: SchoolClass,
  school: School,
  parentPersonKeys: string[],
): StudentFacts {
  return {
    studentId: id,
    classId: schoolClass.id,
    className: schoolClass.name,
    schoolCode: school.code,
    schoolName: school.name,
    level: school.level,
    seatNumber,
    maskedName,
    personKey,
    parentPersonKeys,
  };
}
