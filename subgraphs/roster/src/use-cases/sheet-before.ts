import type { RosterContext } from "../context.js";
import { SchoolClass } from "../domain/school-class.js";
import { Student } from "../domain/student.js";
import type { ImportPlan, Records } from "../import/plan.js";
import { writeSheet } from "../import/write-sheet.js";
import { openParticulars } from "../persistence/sealed-particulars.js";
import { parentIdsOf } from "../persistence/students.js";

/**
 * The sheet of every class that a plan touches, as it is now: handed in, it undoes the import. A class that the import
 * makes is on no sheet of before, so it is to be named among those that end.
 */
export async function sheetBefore(
  context: RosterContext,
  { classes, move }: ImportPlan,
  { classIdOf }: Records,
): Promise<string> {
  const { em, keys } = context;
  const touched = new Set([
    ...classes.flatMap(({ name }) => classIdOf(name) ?? []),
    ...move.map(({ before }) => before!.student.classId),
  ]);
  const known = await em.find(SchoolClass, { id: { $in: [...touched] } });
  const classOf = new Map(known.map((each) => [each.id, each]));
  const students = await em.find(
    Student,
    { classId: { $in: [...touched] }, leftAt: null },
    { orderBy: { classId: "asc", seatNumber: "asc nulls last", id: "asc" } },
  );
  const parents = await parentIdsOf(
    context,
    students.map(({ id }) => id),
  );
  return writeSheet(
    students.map((student) => {
      const { name, grade } = classOf.get(student.classId)!;
      const particulars = openParticulars(keys, student);
      return { className: name, grade, student, particulars, parents: parents.get(student.id) ?? new Map() };
    }),
  );
}
