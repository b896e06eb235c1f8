import type { RosterContext } from "../context.js";
import type { ImportPlan, Records } from "../import/plan.js";
import type { SchoolClasses } from "../persistence/school-classes.js";
import { assignHomerooms, type HomeroomChange } from "./assign-homeroom.js";
import { recordCorrections } from "./correct-ids.js";
import { enterClasses } from "./enter-classes.js";
import { enterStudents } from "./enter-students.js";
import { enrolArrivals, letArrive } from "./let-arrive.js";
import { publishStudents } from "./publish-students.js";

/** Removes classes that nobody sits in any more; whoever had such a homeroom has it no more. */
function removeClasses(
  { clock }: RosterContext,
  classes: SchoolClasses,
  ids: readonly string[],
): HomeroomChange[] {
  return ids.map((id) => {
    const schoolClass = classes.withId(id)!;
    schoolClass.remove(clock.now());
    return { schoolClass, teacher: null };
  });
}

/** Writes a plan without problems, in the caller's transaction, and says what happened to each student. */
export async function applyPlan(context: RosterContext, records: Records, plan: ImportPlan): Promise<void> {
  const { schoolCode, elsewhere, awaited } = records;
  await recordCorrections(context, records, plan);
  const { classes, homerooms } = await enterClasses(context, schoolCode, plan.classes);
  const news = await enterStudents(context, classes, plan, elsewhere);
  await publishStudents(context, news);
  await publishStudents(context, await enrolArrivals(context, plan.arrive));
  await publishStudents(context, await letArrive(context, plan.leave, awaited));
  await assignHomerooms(context, [...homerooms, ...removeClasses(context, classes, plan.remove)]);
}
