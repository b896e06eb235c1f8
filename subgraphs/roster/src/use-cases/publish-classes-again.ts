import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { RosterContext, RosterServices } from "../context.js";
import { Student } from "../domain/student.js";
import { takeClassesToPublish } from "../persistence/waiting-lists.js";
import { newsAgain } from "./news-again.js";
import { publishStudents } from "./publish-students.js";

const atOnce = 50;

/** Speaks once of each class that waits for it, by one of its students: others then know the school of all of them. */
export const publishClassesAgain: RecurringTask<RosterServices> = {
  name: "publish-classes-again",
  everyMs: 60_000,
  run: (context) => transaction(context, publishSome),
};

async function publishSome(context: RosterContext): Promise<boolean> {
  const { em } = context;
  const ids = await takeClassesToPublish(context, atOnce);
  if (ids.length === 0) return false;
  const students = await em.find(Student, { id: { $in: ids } });
  await publishStudents(context, await newsAgain(context, students));
  return true;
}
