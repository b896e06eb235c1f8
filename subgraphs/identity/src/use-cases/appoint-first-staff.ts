import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { type EmailAddress, parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parsePersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../context.js";
import { type FirstStaffRole, firstStaffRoles, isFirstStaffRole, officeOf } from "../domain/first-staff.js";
import { appointmentLetter } from "../mail/appointment-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountByEmail, lockAccount } from "../persistence/accounts.js";
import { appointStaff } from "./appoint-staff.js";
import { openAccount } from "./open-account.js";

export interface FirstStaff {
  email: string;
  role: string;
  schoolCode: string | null;
}

/** APPOINTED, and a mail says so; HELD_ALREADY, and nothing was done. */
export type AppointmentOutcome = "APPOINTED" | "HELD_ALREADY";

/**
 * People of the offices, whom the operator appoints from the command line: nobody in the city can yet (decision 39). They
 * sign in by a code mailed to them. Each appointment is audited.
 */
export function appointFirstStaff(context: IdentityContext, given: FirstStaff): Promise<AppointmentOutcome> {
  const email = parseEmailAddress(given.email);
  const { role, schoolCode } = checked(given);
  return transaction(context, async (context) => {
    const known = await accountByEmail(context, email);
    const account = known
      ? await lockAccount(context, known.id)
      : await openStaffAccount(context, email, role);
    if (!account) throw new Error(`The account ${known?.id} is gone.`);
    if (!account.grant(role, schoolCode ?? undefined)) return "HELD_ALREADY";
    await recordAudit(context, {
      act: "appoint-first-staff",
      object: `account:${account.id}`,
      detail: { role, schoolCode },
    });
    await context.em.flush();
    appointStaff(context, { subjectId: account.id, role, schoolCode, email });
    const { signInUrl, signature } = context.services;
    await queueMail(context, {
      kind: "invitation",
      dedupe: `appointment:${account.id}:${role}:${schoolCode ?? ""}`,
      letter: appointmentLetter({ to: email, role, schoolCode, signInUrl }, signature),
      subjectId: account.id,
    });
    return "APPOINTED";
  });
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
  const isGiven = schoolCode !== null && /^[0-9]{3}[0-9A-Z][0-9]{2}$/.test(schoolCode);
  if (role === "BUREAU" ? schoolCode !== null : !isGiven)
    throw new BadInput({ field: "school", rule: schoolRule });
  return { role, schoolCode };
}

/** Their name is not known yet, so the account bears that of the office. */
function openStaffAccount(context: IdentityContext, email: EmailAddress, role: FirstStaffRole) {
  return openAccount(context, {
    subjectId: context.newId(),
    person: null,
    contacts: { name: parsePersonName(officeOf[role]["zh-TW"]), maskedNationalId: null, email, mobile: null },
    roles: [],
  });
}
