import type { Job } from "@campus-graph/kit/jobs";
import { transaction } from "@campus-graph/kit/transaction";
import { textArray } from "@campus-graph/kit/visibility";
import { Student } from "../domain/student.js";
import type { RosterContext, RosterServices } from "../roster-context.js";
import { newsAgain } from "./news-again.js";
import { tellStudents } from "./tell-students.js";

const atOnce = 50;

/** Speaks once of each class that waits for it, by one of its students: others then know the school of all of them. */
export const tellClassesAgain: Job<RosterServices> = {
  name: "tell-classes-again",
  everyMs: 60_000,
  run: (context) => transaction(context, tellSome),
};

async function tellSome(context: RosterContext): Promise<boolean> {
  const { em } = context;
  // Nobody is left of whom to speak: whoever comes to such a class is told of by the import.
  await em.execute(
    `delete from class_to_tell where not exists (select from student
     where student.class_id = class_to_tell.class_id and left_at is null and not arriving)`,
  );
  // The student is locked before they are read, or what an import has just written would be told as it was before.
  const waiting = await em.execute<{ class_id: string; student_id: string }[]>(
    `select class_id, student_id from class_to_tell cross join lateral (
       select id as student_id from student
       where student.class_id = class_to_tell.class_id and left_at is null and not arriving
       order by id limit 1 for update skip locked
     ) as speaker
     order by class_id limit ${atOnce} for update of class_to_tell skip locked`,
  );
  if (waiting.length === 0) return false;
  await em.execute("delete from class_to_tell where class_id = any(?::uuid[])", [
    textArray(waiting.map(({ class_id }) => class_id)),
  ]);
  const students = await em.find(Student, { id: { $in: waiting.map(({ student_id }) => student_id) } });
  await tellStudents(context, await newsAgain(context, students));
  return true;
}
