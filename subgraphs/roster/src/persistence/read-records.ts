import type { Context } from "@campus-graph/kit/context";
import { personKey } from "@campus-graph/kit/crypto";
import { SchoolClass } from "../domain/school-class.js";
import type { Student } from "../domain/student.js";
import type { ClassSheet } from "../import/class-sheet.js";
import type { Records, StudentOnRecord } from "../import/plan.js";
import { openParticulars } from "./sealed-particulars.js";
import { findTouched, nationalIdIndex, parentKeysOf } from "./students.js";

/** What the books have that the sheet could touch, in five statements however long the sheet is. */
export async function readRecords(
  context: Context,
  schoolCode: string,
  { classes }: ClassSheet,
): Promise<Records> {
  const { em, keys } = context;
  const onRecord = await em.find(SchoolClass, { schoolCode, name: { $in: classes.map(({ name }) => name) } });
  const classIds = new Map(onRecord.map(({ name, id }) => [name as string, id]));
  const nationalIds = classes.flatMap(({ students }) => students.map(({ nationalId }) => nationalId));
  const touched = await findTouched(context, nationalIds, [...classIds.values()]);
  const own = touched.filter((student) => isForSchool(student, schoolCode));
  const parents = await parentKeysOf(
    context,
    own.map(({ id }) => id),
  );
  const byIndex = new Map(
    own.map((student): [string, StudentOnRecord] => [
      student.nationalIdIndex,
      { student, particulars: openParticulars(keys, student), parents: parents.get(student.id) ?? new Map() },
    ]),
  );
  const named = nationalIds.flatMap((nationalId) => {
    const found = byIndex.get(nationalIdIndex(keys, nationalId));
    return found ? [[nationalId, found] as const] : [];
  });
  const namedClasses = new Set(classIds.values());
  return {
    schoolCode,
    classIds,
    named: new Map(named),
    seated: [...byIndex.values()].filter(
      ({ student }) => student.isEnrolled && namedClasses.has(student.classId),
    ),
    elsewhere: new Set(
      touched
        .filter((student) => !student.arriving && !isForSchool(student, schoolCode))
        .map(({ nationalIdIndex }) => nationalIdIndex),
    ),
    awaited: touched.filter(({ arriving, schoolCode: at }) => arriving && at !== schoolCode),
    personKeyOf: (nationalId) => personKey(keys.ring("person"), nationalId),
  };
}

/**
 * Whether the school may go by this record: its own, or that of somebody who is at no school. A plan must not depend on
 * who is enrolled elsewhere, or it would tell.
 */
function isForSchool(student: Student, schoolCode: string): boolean {
  return student.schoolCode === schoolCode || !student.isEnrolled;
}
