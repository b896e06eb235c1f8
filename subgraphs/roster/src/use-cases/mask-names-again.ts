import type { Job } from "@campus-graph/kit/jobs";
import { transaction } from "@campus-graph/kit/transaction";
import { SchoolClass } from "../domain/school-class.js";
import { Student } from "../domain/student.js";
import { openParticulars } from "../persistence/sealed-particulars.js";
import type { RosterContext, RosterServices } from "../roster-context.js";
import { type StudentNews, tellStudents } from "./tell-students.js";

const atOnce = 200;

/** Masks the names that went on record under looser rules, some at a time, and tells the others of those that change. */
export const maskNamesAgain: Job<RosterServices> = {
  name: "mask-names-again",
  everyMs: 60_000,
  run: (context) => transaction(context, maskSome),
};

async function maskSome(context: RosterContext): Promise<boolean> {
  const { em, keys } = context;
  const waiting = await em.execute<{ id: string }[]>(
    `delete from name_to_mask where student_id = any(array(
       select student_id from name_to_mask limit ${atOnce} for update skip locked))
     returning student_id as id`,
  );
  if (waiting.length === 0) return false;
  const students = await em.find(Student, { id: { $in: waiting.map(({ id }) => id) } });
  const changed = students.filter((student) => student.maskAgain(openParticulars(keys, student).name));
  await em.flush();
  await tellStudents(context, await newsOf(context, changed));
  return true;
}

/** Who has left is told as they were, and as having left. Of who is still to arrive nobody has heard. */
async function newsOf({ em }: RosterContext, students: readonly Student[]): Promise<StudentNews[]> {
  const known = students.filter(({ arriving }) => !arriving);
  const classes = await em.find(SchoolClass, { id: { $in: known.map(({ classId }) => classId) } });
  return known.flatMap((student): StudentNews[] => {
    const schoolClass = classes.find(({ id }) => id === student.classId)!;
    const changed = {
      type: "roster.StudentChanged",
      student,
      schoolClass,
      fromClassId: schoolClass.id,
    } as const;
    return student.isEnrolled ? [changed] : [changed, { type: "roster.StudentLeft", student }];
  });
}
