import { personKey } from "@campus-graph/kit/crypto";
import { SchoolClass } from "../domain/school-class.js";
import { parentPositions, RecordedParent, type Student } from "../domain/student.js";
import { openParticulars, sealParentId, sealParticulars } from "../persistence/sealed-particulars.js";
import { forgetStudents, parentIdsOf, replaceParents } from "../persistence/students.js";
import type { RosterContext } from "../roster-context.js";
import type { StudentNews } from "./tell-students.js";

/**
 * Students whom a school has just let go are enrolled, as the same students, where another school has entered them
 * meanwhile; where two have, at the one that did so first. What that school wrote down is on record from then on.
 */
export async function letArrive(
  context: RosterContext,
  gone: readonly Student[],
  awaited: readonly Student[],
): Promise<StudentNews[]> {
  const news: StudentNews[] = [];
  for (const student of gone) {
    const arrival = awaited.find(({ nationalIdIndex }) => nationalIdIndex === student.nationalIdIndex);
    if (arrival) news.push(await enrol(context, student, arrival));
  }
  await context.em.flush();
  return news;
}

async function enrol(context: RosterContext, student: Student, arrival: Student): Promise<StudentNews> {
  const { em, keys } = context;
  const particulars = openParticulars(keys, arrival);
  const parents = await parentIdsOf(context, arrival.id);
  const fromClassId = student.classId;
  student.sit(arrival);
  student.studentNumber = arrival.studentNumber;
  student.describe(particulars.name, sealParticulars(keys, student.id, particulars));
  await forgetStudents(context, [arrival.id]);
  await replaceParents(
    context,
    [...parents].map(([position, nationalId]) => {
      const key = personKey(keys.ring("person"), nationalId);
      return new RecordedParent(
        student.id,
        position,
        key,
        sealParentId(keys, student.id, position, nationalId),
      );
    }),
    // Where the new school records no parent, those on record stay: its sheet may have had no such column.
    parents.size === 0 ? [] : parentPositions.map((position) => ({ studentId: student.id, position })),
  );
  const schoolClass = await em.findOneOrFail(SchoolClass, { id: arrival.classId });
  return { type: "roster.StudentEnrolled", student, schoolClass, fromClassId };
}
