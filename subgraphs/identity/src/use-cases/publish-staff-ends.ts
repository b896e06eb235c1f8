import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { IdentityServices } from "../context.js";
import { stateOf } from "../domain/staff-role.js";
import { lockAccountsWithEnds } from "../persistence/staff.js";
import { publishEnd } from "./end-staff-role.js";

const atOnce = 100;

/**
 * Tells the others of roles whose last day has passed. They give nothing from that day on whether or not this has run: it is
 * for those who keep what such a role had, as roster keeps homerooms.
 */
export const publishStaffEnds: RecurringTask<IdentityServices> = {
  name: "publish-staff-ends",
  everyMs: 60_000,
  run: (context) =>
    transaction(context, async (context) => {
      const now = context.clock.now();
      const today = dayInTaipei(now);
      const accounts = await lockAccountsWithEnds(context, today, atOnce);
      for (const account of accounts)
        for (const role of account.staffRoles) {
          if (role.isEndPublished || stateOf(role, today) !== "OVER") continue;
          account.replace({ ...role, isEndPublished: true });
          // Who was appointed anew from this day on goes on without a break.
          const goesOn = account
            .rolesAt(now)
            .some((held) => held.role === role.role && held.schoolCode === role.schoolCode);
          if (!role.awaitsApproval && !goesOn) publishEnd(context, account.id, role);
        }
      await context.em.flush();
      return accounts.length > 0;
    }),
};
