import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { RosterContext, RosterServices } from "../context.js";
import { School } from "../domain/school.js";
import { lockSchoolList, takeSchoolsToTell } from "../persistence/schools.js";

/** Says which schools are on the city's list, and which are no more, within the caller's transaction. */
export function publishSchools(
  { em }: RosterContext,
  { entered, removed }: { entered: readonly School[]; removed: readonly string[] },
): void {
  for (const { code, name, level } of entered)
    recordEvent(em, {
      type: "roster.SchoolEntered",
      key: code,
      payload: { schoolCode: code, name, level },
    });
  for (const code of removed)
    recordEvent(em, { type: "roster.SchoolRemoved", key: code, payload: { schoolCode: code } });
}

/** Speaks once of each school that was there before roster spoke of schools. */
export const publishSchoolsOfBefore: RecurringTask<RosterServices> = {
  name: "publish-schools-of-before",
  everyMs: 60_000,
  run: (context) =>
    transaction(context, async (context) => {
      // An operator's list waits meanwhile, or a school could be told of after it was told that it is removed.
      await lockSchoolList(context);
      const codes = await takeSchoolsToTell(context);
      const entered = await context.em.find(School, { code: { $in: codes } }, { orderBy: { code: "asc" } });
      publishSchools(context, { entered, removed: [] });
      return codes.length > 0;
    }),
};
