import type { RosterContext } from "../context.js";
import type { ImportPlan, Records } from "../import/plan.js";
import { assignHomerooms } from "./assign-homeroom.js";
import { recordCorrections } from "./correct-ids.js";
import { enterClasses } from "./enter-classes.js";
import { enterStudents } from "./enter-students.js";
import { enrolArrivals, letArrive } from "./let-arrive.js";
import { publishStudents } from "./publish-students.js";

/** Writes a plan without problems, in the caller's transaction, and says what happened to each student. */
export async function applyPlan(context: RosterContext, records: Records, plan: ImportPlan): Promise<void> {
  const { schoolCode, elsewhere, awaited } = records;
  await recordCorrections(context, records, plan);
  const { classes, homerooms } = await enterClasses(context, schoolCode, plan.classes);
  const news = await enterStudents(context, classes, plan, elsewhere);
  await publishStudents(context, news);
  await publishStudents(context, await enrolArrivals(context, plan.arrive));
  await publishStudents(context, await letArrive(context, plan.leave, awaited));
  await assignHomerooms(context, homerooms);
}
