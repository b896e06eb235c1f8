import { blindIndex, personKey } from "@campus-graph/kit/auth/crypto";
import type { Context } from "@campus-graph/kit/context";
import { maskName } from "@campus-graph/kit/text/person-name";
import { School } from "../domain/school.js";
import { schoolDay } from "../domain/school-day.js";
import type { Student } from "../domain/student.js";
import type { ClassSheet } from "../import/class-sheet.js";
import type { Records, StudentOnRecord } from "../import/plan.js";
import { numberKey } from "../import/student-numbers.js";
import { schoolClasses } from "./school-classes.js";
import { openParticulars } from "./sealed-particulars.js";
import { findTouched, nationalIdIndex, parentKeysOf } from "./students.js";

/** What the books have that the sheet could touch, in six statements however long the sheet is. */
export async function readRecords(
  context: Context,
  schoolCode: string,
  { classes }: ClassSheet,
  removeClasses: readonly string[] = [],
): Promise<Records> {
  const { em, keys, clock } = context;
  const school = await em.findOneOrFail(School, { code: schoolCode });
  const ofSchool = await schoolClasses(context, schoolCode);
  const students = classes.flatMap(({ students }) => students);
  const nationalIds = students.map(({ nationalId }) => nationalId);
  const touched = await findTouched(context, {
    nationalIds,
    classIds: [...classes.map(({ name }) => name), ...removeClasses].flatMap(
      (name) => ofSchool.named(name)?.id ?? [],
    ),
    schoolClassIds: ofSchool.ids,
    maskedNames: students.map(({ name }) => maskName(name)),
    studentNumbers: students.flatMap(({ studentNumber }) => numberKey(studentNumber) ?? []),
  });
  const own = touched.filter((student) => isForSchool(student, schoolCode));
  const parents = await parentKeysOf(
    context,
    own.map(({ id }) => id),
  );
  const onRecord = own.map((student): StudentOnRecord => {
    return {
      student,
      particulars: openParticulars(keys, student),
      parents: parents.get(student.id) ?? new Map(),
    };
  });
  // Whom this school awaits while no other has them any more: its own record is the one that its sheets go on with.
  const byIndex = indexed([
    ...onRecord.filter(({ student }) => !student.arriving),
    ...onRecord.filter(({ student }) => student.arriving),
  ]);
  const releasedByIndex = indexed(onRecord.filter(({ student }) => !student.isEnrolled));
  const namedIn = (records: ReadonlyMap<string, StudentOnRecord>) =>
    new Map(
      nationalIds.flatMap((nationalId) => {
        const found = records.get(nationalIdIndex(keys, nationalId));
        return found ? [[nationalId, found] as const] : [];
      }),
    );
  return {
    schoolCode,
    level: school.level,
    today: schoolDay(clock.now()),
    classIdOf: (name) => ofSchool.named(name)?.id,
    classAlike: (name) => ofSchool.alike(name)?.name,
    hasClass: (name) => ofSchool.named(name)?.removedAt === null,
    classNameOf: (classId) => ofSchool.withId(classId)?.name ?? "",
    named: namedIn(byIndex),
    released: namedIn(releasedByIndex),
    enrolled: [...byIndex.values()].filter(({ student }) => student.isEnrolled),
    elsewhere: new Set(
      touched
        .filter((student) => !student.arriving && !isForSchool(student, schoolCode))
        .map(({ nationalIdIndex }) => nationalIdIndex),
    ),
    awaited: touched.filter(({ arriving, schoolCode: at }) => arriving && at !== schoolCode),
    personKeyOf: (nationalId) => personKey(keys.ring("person"), nationalId),
    confirmationOf: (...facts) => blindIndex(keys.ring("index"), JSON.stringify(["import", ...facts])),
  };
}

function indexed(records: readonly StudentOnRecord[]): ReadonlyMap<string, StudentOnRecord> {
  return new Map(records.map((record) => [record.student.nationalIdIndex, record]));
}

/**
 * Whether the school may go by this record: its own, or that of somebody who is at no school. A plan must not depend on
 * who is enrolled elsewhere, or it would tell.
 */
function isForSchool(student: Student, schoolCode: string): boolean {
  return student.schoolCode === schoolCode || !student.isEnrolled;
}
