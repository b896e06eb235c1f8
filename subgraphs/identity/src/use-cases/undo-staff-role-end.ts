import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import { staffRoleToChange } from "../access/staff.js";
import type { IdentityContext } from "../context.js";
import { StaffRoleHeld, StaffRoleOver } from "../domain/refusals.js";
import { overlap, stateOf } from "../domain/staff-role.js";
import type { HeldRole } from "../persistence/staff.js";

/** The role goes on as it was appointed for. Refuses (STAFF_ROLE_OVER) once it is over. */
export function undoStaffRoleEnd(context: IdentityContext, id: string): Promise<HeldRole> {
  return transaction(context, async (context) => {
    const { account, role } = await staffRoleToChange(context, id);
    if (stateOf(role, dayInTaipei(context.clock.now())) === "OVER") throw new StaffRoleOver();
    const going = { ...role, endedFrom: null };
    // Meanwhile somebody may have appointed them for the days after.
    if (account.staffRoles.some((held) => held.id !== id && overlap(held, going))) throw new StaffRoleHeld();
    account.replace(going);
    await recordAudit(context, {
      act: "undo-staff-role-end",
      object: `account:${account.id}`,
      detail: { roleId: id },
    });
    await context.em.flush();
    return { account, role: going };
  });
}
