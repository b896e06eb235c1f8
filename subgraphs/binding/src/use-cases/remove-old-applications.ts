import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { keptSince, type Retention } from "@campus-graph/kit/ops/retention";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { BindingServices } from "../context.js";
import { oldApplications, oldDrafts, removeApplications } from "../persistence/old-applications.js";

const atOnce = 100;

/** Takes away what is kept no longer: drafts, and applications so long after the binding's end. */
export function removeOldApplications(retention: Retention | undefined): RecurringTask<BindingServices> {
  return {
    name: "remove old applications",
    everyMs: 10 * 60_000,
    run: (context) =>
      transaction(context, async ({ em, clock }) => {
        const now = clock.now();
        const old = [
          ...(await oldDrafts(em, keptSince(retention, "drafts", now), atOnce)),
          ...(await oldApplications(em, keptSince(retention, "applications", now), atOnce)),
        ];
        if (old.length > 0) await removeApplications(em, old);
        return old.length > 0;
      }),
  };
}
