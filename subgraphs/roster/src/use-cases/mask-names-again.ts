import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { RosterContext, RosterServices } from "../context.js";
import { Student } from "../domain/student.js";
import { openParticulars } from "../persistence/sealed-particulars.js";
import { takeNamesToMask } from "../persistence/waiting-lists.js";
import { newsAgain } from "./news-again.js";
import { publishStudents } from "./publish-students.js";

const atOnce = 200;

/** Masks the names that went on record under looser rules, some at a time, and tells the others of those that change. */
export const maskNamesAgain: RecurringTask<RosterServices> = {
  name: "mask-names-again",
  everyMs: 60_000,
  run: (context) => transaction(context, maskSome),
};

async function maskSome(context: RosterContext): Promise<boolean> {
  const { em, keys } = context;
  const ids = await takeNamesToMask(context, atOnce);
  if (ids.length === 0) return false;
  const students = await em.find(Student, { id: { $in: ids } }, { orderBy: { id: "asc" } });
  const changed = students.filter((student) => student.maskAgain(openParticulars(keys, student).name));
  await em.flush();
  await publishStudents(context, await newsAgain(context, changed));
  return true;
}
