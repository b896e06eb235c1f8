import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { RosterContext } from "../context.js";
import { Deputy, type DeputyOfClass } from "../domain/deputy.js";
import { SchoolClass } from "../domain/school-class.js";

/** Who stands in for homeroom teachers of a school today or is going to, by first day. */
export async function standingDeputies(
  { em, clock }: RosterContext,
  schoolCode: string,
): Promise<DeputyOfClass[]> {
  const classes = await em.find(SchoolClass, { schoolCode });
  const byId = new Map(classes.map((schoolClass) => [schoolClass.id, schoolClass]));
  const deputies = await em.find(
    Deputy,
    { classId: { $in: [...byId.keys()] }, endedAt: null, until: { $gte: dayInTaipei(clock.now()) } },
    { orderBy: { from: "asc", id: "asc" } },
  );
  return deputies.map((deputy) => ({ deputy, schoolClass: byId.get(deputy.classId)! }));
}
