import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityServices } from "../context.js";
import { endExpiredLinks } from "../persistence/person-links.js";
import { publishRefused } from "./publish-provisioned.js";

const atOnce = 100;

/** Ends what an account's owner has not answered in fourteen days. */
export const endPersonLinks: RecurringTask<IdentityServices> = {
  name: "end-person-links",
  everyMs: 60_000,
  run: (context) =>
    transaction(context, async (context) => {
      const ended = await endExpiredLinks(context, atOnce);
      for (const { requestId, accountId: subjectId } of ended)
        publishRefused(context, { requestId, subjectId, code: "PERSON_LINK_EXPIRED" });
      return ended.length > 0;
    }),
};
