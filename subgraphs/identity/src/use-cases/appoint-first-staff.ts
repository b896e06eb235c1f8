import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parsePersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../context.js";
import { type FirstStaffRole, firstStaffRoles, isFirstStaffRole } from "../domain/first-staff.js";
import { officeOf } from "../domain/offices.js";
import { StaffRoleHeld } from "../domain/refusals.js";
import { isSchoolCode } from "../domain/school-code.js";
import { accountByEmail, contactsOf } from "../persistence/accounts.js";
import { giveStaffRole } from "./give-staff-role.js";
import { mailAppointment } from "./mail-appointment.js";

export interface FirstStaff {
  email: string;
  role: string;
  schoolCode: string | null;
}

/** APPOINTED, and a mail says so; HELD_ALREADY, and nothing was done. */
export type AppointmentOutcome = "APPOINTED" | "HELD_ALREADY";

/**
 * People of the offices, whom the operator appoints from the command line (decisions 39 and 43). They sign in by a code mailed to
 * them. Each appointment is audited.
 */
export async function appointFirstStaff(
  context: IdentityContext,
  given: FirstStaff,
): Promise<AppointmentOutcome> {
  const email = parseEmailAddress(given.email);
  const { role, schoolCode } = checked(given);
  try {
    await transaction(context, async (context) => {
      const known = await accountByEmail(context, email);
      // A new account bears the office's name until its holder's is known.
      const name = known ? contactsOf(context, known).name : parsePersonName(officeOf[role]["zh-TW"]);
      const act = "appoint-first-staff";
      await mailAppointment(context, await giveStaffRole(context, { name, email, role, schoolCode }, act));
    });
    return "APPOINTED";
  } catch (error) {
    if (error instanceof StaffRoleHeld) return "HELD_ALREADY";
    throw error;
  }
}

const roleRule = {
  "zh-TW": `請填寫 ${firstStaffRoles.join("、")} 其中之一。`,
  en: `Give one of ${firstStaffRoles.join(", ")}.`,
};
const schoolRule = {
  "zh-TW": "請填寫學校代碼，例如 403601；僅 BUREAU 不屬於任何學校。",
  en: "Give the school's code, such as 403601; BUREAU alone is at no school.",
};

/** The bureau is the city's; everybody else is at a school. */
function checked({ role, schoolCode }: FirstStaff): { role: FirstStaffRole; schoolCode: string | null } {
  if (!isFirstStaffRole(role)) throw new BadInput({ field: "role", rule: roleRule });
  const isGiven = schoolCode !== null && isSchoolCode(schoolCode);
  if (role === "BUREAU" ? schoolCode !== null : !isGiven)
    throw new BadInput({ field: "school", rule: schoolRule });
  return { role, schoolCode };
}
