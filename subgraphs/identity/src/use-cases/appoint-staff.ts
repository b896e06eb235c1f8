import { BadInput, Forbidden } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import { type EmailAddress, parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parsePersonName } from "@campus-graph/kit/text/person-name";
import { withRolesOfNow } from "../access/roles-of-now.js";
import type { IdentityContext } from "../context.js";
import { isPlace, mayAppointAt, needsApproval } from "../domain/appointing.js";
import { SchoolUnknown } from "../domain/refusals.js";
import { isSchoolCode } from "../domain/school-code.js";
import { isStaffRoleName, type StaffRoleName, staffRoleNames } from "../domain/staff-role.js";
import { isSchool } from "../persistence/schools.js";
import { type GivenTo, giveStaffRole } from "./give-staff-role.js";
import { mailAppointment } from "./mail-appointment.js";

export interface AppointStaff {
  email: string;
  name: string;
  role: StaffRoleName;
  schoolCode: string | null;
  classId: string | null;
  from: string | null;
  until: string | null;
}

/** Gives somebody a staff role, or proposes it where somebody else has to approve; a mail tells them once it holds. */
export function appointStaff(context: IdentityContext, asked: AppointStaff): Promise<GivenTo> {
  checkAppointment(context, asked);
  const email = parseEmailAddress(asked.email);
  const name = parsePersonName(asked.name);
  return transaction(context, async (context) => {
    const now = await withRolesOfNow(context);
    checkAppointment(now, asked);
    await checkPlace(now, asked.schoolCode);
    return appointOne(now, { ...asked, email, name });
  });
}

/** The same within the caller's transaction, of what was checked. */
export async function appointOne(
  context: IdentityContext,
  asked: Omit<AppointStaff, "email"> & { email: EmailAddress; name: ReturnType<typeof parsePersonName> },
): Promise<GivenTo> {
  const awaitsApproval = needsApproval(context.viewer, asked.role);
  const given = await giveStaffRole(context, { ...asked, awaitsApproval }, "appoint-staff");
  if (!awaitsApproval) await mailAppointment(context, given);
  return given;
}

/** Refuses (SCHOOL_UNKNOWN) a school that the city does not have, within the caller's transaction. */
export async function checkPlace(context: IdentityContext, schoolCode: string | null): Promise<void> {
  if (schoolCode !== null && !(await isSchool(context, schoolCode))) throw new SchoolUnknown();
}

/** Refuses (FORBIDDEN) who may not appoint there, and (BAD_INPUT) what cannot be. */
export function checkAppointment(
  { viewer, clock }: IdentityContext,
  { role, schoolCode, classId, from, until }: Omit<AppointStaff, "email" | "name">,
): void {
  if (!mayAppointAt(viewer, schoolCode)) throw new Forbidden();
  if (!isStaffRoleName(role)) throw new BadInput({ field: "role", rule: roleRule });
  if (!isPlace(role, schoolCode) || (schoolCode !== null && !isSchoolCode(schoolCode)))
    throw new BadInput({ field: "schoolCode", rule: placeRule });
  if (classId !== null && role !== "TEACHER") throw new BadInput({ field: "classId", rule: classRule });
  const today = dayInTaipei(clock.now());
  if (from !== null && from < today) throw new BadInput({ field: "from", rule: fromRule });
  if (until !== null && until < (from ?? today)) throw new BadInput({ field: "until", rule: untilRule });
}

const roleRule = {
  "zh-TW": `請填寫 ${staffRoleNames.join("、")} 其中之一。`,
  en: `Give one of ${staffRoleNames.join(", ")}.`,
};
const placeRule = {
  "zh-TW": "請填寫學校代碼，例如 403601；僅 BUREAU 不屬於任何學校，SUPPORT 可不屬於學校。",
  en: "Give the school's code, such as 403601. BUREAU is at no school, and SUPPORT need not be.",
};
const classRule = { "zh-TW": "只有 TEACHER 才能指定班級。", en: "Only a TEACHER is given a class." };
const fromRule = { "zh-TW": "請填寫今天或以後的日期。", en: "Give today or a later day." };
const untilRule = {
  "zh-TW": "最後一天不可早於第一天。",
  en: "The last day is not before the first.",
};
