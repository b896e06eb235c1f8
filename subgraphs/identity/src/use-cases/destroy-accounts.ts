import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityServices } from "../context.js";
import { dueDeletions, noteDestroyed } from "../persistence/account-deletions.js";
import { lockAccount } from "../persistence/accounts.js";
import { eraseAccount } from "../persistence/erased-accounts.js";

const atOnce = 20;

/** Destroys what is personal of whoever wished to be here no longer, and did not think better of it; the others hear of it. */
export const destroyAccounts: RecurringTask<IdentityServices> = {
  name: "destroy accounts",
  everyMs: 60_000,
  run: (context) =>
    transaction(context, async (context) => {
      const due = await dueDeletions(context, atOnce);
      for (const accountId of due) {
        const account = await lockAccount(context, accountId);
        if (account) await eraseAccount(context, account);
        await noteDestroyed(context, accountId);
        recordEvent(context.em, {
          type: "identity.PersonErased",
          key: accountId,
          payload: { subjectId: accountId },
          occurredAt: context.clock.now(),
        });
        await recordAudit(context, { act: "destroy-account", object: `account:${accountId}` });
      }
      return due.length > 0;
    }),
};
