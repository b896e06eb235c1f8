import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import { staffRoleToChange } from "../access/staff.js";
import type { IdentityContext } from "../context.js";
import { OwnAppointment, StaffRoleOver } from "../domain/refusals.js";
import { stateOf } from "../domain/staff-role.js";
import { contactsOf } from "../persistence/accounts.js";
import type { HeldRole } from "../persistence/staff.js";
import { mailAppointment } from "./mail-appointment.js";
import { publishAppointment } from "./publish-appointment.js";

/**
 * The second person's word on an appointment: from now on it holds, and a mail tells whom it concerns. Refuses who
 * proposed it (OWN_APPOINTMENT), and what is over (STAFF_ROLE_OVER). Approving twice changes nothing.
 */
export function approveStaffRole(context: IdentityContext, id: string): Promise<HeldRole> {
  return transaction(context, async (context) => {
    const { account, role } = await staffRoleToChange(context, id);
    if (role.appointedBy === context.viewer.subject) throw new OwnAppointment();
    if (stateOf(role, dayInTaipei(context.clock.now())) === "OVER") throw new StaffRoleOver();
    if (!role.awaitsApproval) return { account, role };
    const approved = { ...role, awaitsApproval: false };
    account.replace(approved);
    await recordAudit(context, {
      act: "approve-staff-role",
      object: `account:${account.id}`,
      detail: { roleId: id, role: role.role, schoolCode: role.schoolCode ?? null },
    });
    await context.em.flush();
    const { email } = contactsOf(context, account);
    publishAppointment(context, {
      subjectId: account.id,
      role: approved,
      email,
      classId: role.classId ?? null,
    });
    await mailAppointment(context, { account, role: approved });
    return { account, role: approved };
  });
}
