import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { type StaffRole, stateOf } from "../domain/staff-role.js";
import { invitationLetter } from "../mail/invitation-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountByEmail, contactsOf, lockAccount } from "../persistence/accounts.js";
import { invitationsOf, isInvited } from "../persistence/invitations.js";
import { giveStaffRole } from "./give-staff-role.js";
import { publishAppointment } from "./publish-appointment.js";

export interface ListedStaff {
  name: PersonName;
  email: EmailAddress;
  role: "TEACHER";
  schoolCode: string;
  /** The school has their sign-in already. */
  isKnown: boolean;
}

/**
 * A school lists somebody as its staff: their login exists from now on and holds the role there. Whom it knows already
 * keeps what they have, and is invited again where the first invitation came to nothing.
 */
export async function admitListedStaff(context: IdentityContext, listed: ListedStaff): Promise<void> {
  const { name, email, role, schoolCode } = listed;
  const known = await accountByEmail(context, email);
  if (listed.isKnown) {
    if (known) await inviteUnlessInvited(context, await lockedAccount(context, known.id), { name, email });
    return;
  }
  const held = known?.staffRoles.find((each) => isHeldOn(each, role, schoolCode, today(context)));
  // Roster may have asked before it heard that they hold the role.
  if (known && held) {
    await inviteUnlessInvited(context, await lockedAccount(context, known.id), { name, email });
    return publishAppointment(context, { subjectId: known.id, role: held, email });
  }
  const kept = known ? contactsOf(context, known).name : name;
  const { account } = await giveStaffRole(context, { name: kept, email, role, schoolCode }, "grant-role");
  await inviteUnlessInvited(context, account, { name, email });
}

function isHeldOn(held: StaffRole, role: string, schoolCode: string, day: string): boolean {
  return held.role === role && held.schoolCode === schoolCode && stateOf(held, day) !== "OVER";
}

function today({ clock }: IdentityContext): string {
  return dayInTaipei(clock.now());
}

async function lockedAccount(context: IdentityContext, id: string): Promise<Account> {
  const account = await lockAccount(context, id);
  if (!account) throw new Error(`The account ${id} is gone.`);
  return account;
}

/** Invites whoever has never chosen a password, unless an invitation is under way or still fresh. */
async function inviteUnlessInvited(
  context: IdentityContext,
  account: Account,
  { name, email }: Pick<ListedStaff, "name" | "email">,
): Promise<void> {
  const { clock, services } = context;
  if (account.passwordState !== "NONE" || (await isInvited(context, account.id))) return;
  const letter = invitationLetter({ to: email, name, signInUrl: services.signInUrl }, services.signature);
  const dedupe = `${invitationsOf(account.id)}${clock.now().toISOString()}`;
  await queueMail(context, { kind: "invitation", dedupe, letter, subjectId: account.id });
}
