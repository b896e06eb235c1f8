import { recordAudit } from "@campus-graph/kit/sql/audit";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { OwnRole, StaffNameDiffers, StaffRoleHeld } from "../domain/refusals.js";
import type { StaffRole, StaffRoleName } from "../domain/staff-role.js";
import { accountByEmail, contactsOf, lockAccount } from "../persistence/accounts.js";
import { openAccount } from "./open-account.js";
import { publishAppointment } from "./publish-appointment.js";

export interface GivenRole {
  name: PersonName;
  email: EmailAddress;
  role: StaffRoleName;
  schoolCode: string | null;
  /** The first day; today where none is named. */
  from?: string | null;
  /** The last day; without end where none is named. */
  until?: string | null;
  awaitsApproval?: boolean;
  classId?: string | null;
}

/** What is written down of an appointment; `act` says by which way it was made. */
export interface GivenTo {
  account: Account;
  role: StaffRole;
}

/**
 * Gives the person with this login a role, within the caller's transaction: to the account they have, or to a new one.
 * Refuses (STAFF_ROLE_HELD) a role that is held already on one of these days, what somebody gives themselves (OWN_ROLE),
 * and a login of a person known by national ID under another name (STAFF_NAME_DIFFERS).
 */
export async function giveStaffRole(
  context: IdentityContext,
  given: GivenRole,
  act: string,
): Promise<GivenTo> {
  const { email, role: name, schoolCode, until = null, awaitsApproval = false, classId = null } = given;
  const account = await staffAccount(context, given);
  const { subject } = context.viewer;
  if (account.id === subject) throw new OwnRole();
  const role: StaffRole = {
    id: context.newId(),
    role: name,
    ...(schoolCode === null ? {} : { schoolCode }),
    from: given.from ?? dayInTaipei(context.clock.now()),
    until,
    endedFrom: null,
    appointedBy: subject,
    awaitsApproval,
    isEndPublished: false,
    ...(classId === null ? {} : { classId }),
  };
  if (!account.appoint(role)) throw new StaffRoleHeld();
  const { id: roleId, from } = role;
  const detail = { roleId, role: name, schoolCode, from, until, awaitsApproval };
  await recordAudit(context, { act, object: `account:${account.id}`, detail });
  await context.em.flush();
  if (!awaitsApproval) publishAppointment(context, { subjectId: account.id, role, email, classId });
  return { account, role };
}

async function staffAccount(context: IdentityContext, { name, email }: GivenRole): Promise<Account> {
  const known = await accountByEmail(context, email);
  if (!known)
    return openAccount(context, {
      subjectId: context.newId(),
      person: null,
      contacts: { name, maskedNationalId: null, email, mobile: null },
      roles: [],
    });
  const account = await lockAccount(context, known.id);
  if (!account) throw new Error(`The account ${known.id} is gone.`);
  // Whose name nobody has checked, such as the operator's 註冊組, may be called otherwise.
  if (account.personKey !== null && contactsOf(context, account).name !== name) throw new StaffNameDiffers();
  return account;
}
