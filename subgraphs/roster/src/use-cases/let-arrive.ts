import { personKey } from "@campus-graph/kit/auth/crypto";
import { objectOf } from "@campus-graph/kit/auth/visibility";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { RosterContext } from "../context.js";
import { isSamePerson } from "../domain/same-person.js";
import { SchoolClass } from "../domain/school-class.js";
import { parentPositions, RecordedParent, type Student } from "../domain/student.js";
import type { Arrival } from "../import/plan.js";
import { openParticulars, sealParentId, sealParticulars } from "../persistence/sealed-particulars.js";
import { forgetStudents, parentIdsOf, replaceParents } from "../persistence/students.js";
import type { StudentNews } from "./publish-students.js";

/**
 * Students whom a school has just let go are enrolled, as the same students, where another school has entered them
 * meanwhile; where two have, at the one that did so first. What that school wrote down is on record from then on.
 * Who stands there with another name and birth date goes on waiting: that school's next sheet asks who it is.
 */
export async function letArrive(
  context: RosterContext,
  gone: readonly Student[],
  awaited: readonly Student[],
): Promise<StudentNews[]> {
  const news: StudentNews[] = [];
  for (const student of gone) {
    const waiting = awaited.filter(({ nationalIdIndex }) => nationalIdIndex === student.nationalIdIndex);
    const known = openParticulars(context.keys, student);
    const at = waiting.findIndex((other) => isSamePerson(known, openParticulars(context.keys, other)));
    for (const other of at < 0 ? waiting : waiting.slice(0, at))
      await noteUnknownStudent(context, student, other);
    if (at >= 0) news.push(await enrol(context, student, waiting[at]!));
  }
  await context.em.flush();
  return news;
}

/** Those whom the school's own sheet has just told to be the same persons. */
export async function enrolArrivals(
  context: RosterContext,
  arrivals: readonly Arrival[],
): Promise<StudentNews[]> {
  const news: StudentNews[] = [];
  for (const { student, arriving } of arrivals) news.push(await enrol(context, student, arriving));
  await context.em.flush();
  return news;
}

function noteUnknownStudent(context: RosterContext, student: Student, arrival: Student): Promise<void> {
  const detail = { arriving: arrival.id, schoolCode: arrival.schoolCode };
  return recordAudit(context, {
    act: "roster.arrival-held",
    object: objectOf("student", student.id),
    detail,
  });
}

async function enrol(context: RosterContext, student: Student, arrival: Student): Promise<StudentNews> {
  const { em, keys } = context;
  const particulars = openParticulars(keys, arrival);
  const parents = (await parentIdsOf(context, [arrival.id])).get(arrival.id) ?? new Map();
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
