import type { Job } from "@campus-graph/kit/jobs";
import { transaction } from "@campus-graph/kit/transaction";
import { textArray } from "@campus-graph/kit/visibility";
import { Student } from "../domain/student.js";
import { openParticulars } from "../persistence/sealed-particulars.js";
import type { RosterContext, RosterServices } from "../roster-context.js";
import { newsAgain } from "./news-again.js";
import { tellStudents } from "./tell-students.js";

const atOnce = 200;

/** Masks the names that went on record under looser rules, some at a time, and tells the others of those that change. */
export const maskNamesAgain: Job<RosterServices> = {
  name: "mask-names-again",
  everyMs: 60_000,
  run: (context) => transaction(context, maskSome),
};

async function maskSome(context: RosterContext): Promise<boolean> {
  const { em, keys } = context;
  // The students are locked before they are read, or what an import has just written would be told as it was before.
  // Those whom an import has locked wait for the next time.
  const waiting = await em.execute<{ id: string }[]>(
    `select student.id from student join name_to_mask on student_id = student.id
     order by student.id limit ${atOnce} for update of student skip locked`,
  );
  if (waiting.length === 0) return false;
  const ids = waiting.map(({ id }) => id);
  await em.execute("delete from name_to_mask where student_id = any(?::uuid[])", [textArray(ids)]);
  const students = await em.find(Student, { id: { $in: ids } }, { orderBy: { id: "asc" } });
  const changed = students.filter((student) => student.maskAgain(openParticulars(keys, student).name));
  await em.flush();
  await tellStudents(context, await newsAgain(context, changed));
  return true;
}
