import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { invitationLetter } from "../mail/invitation-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountByEmail, lockAccount } from "../persistence/accounts.js";
import { invitationsOf, isInvited } from "../persistence/invitations.js";
import { appointStaff } from "./appoint-staff.js";
import { openAccount } from "./open-account.js";

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
  if (!known && listed.isKnown) return;
  const account = known ? await lockAccount(context, known.id) : await openStaffAccount(context, name, email);
  if (!account) throw new Error(`The account ${known?.id} is gone.`);
  await inviteUnlessInvited(context, account, { name, email });
  if (listed.isKnown) return;
  if (account.grant(role, schoolCode))
    await recordAudit(context, {
      act: "grant-role",
      object: `account:${account.id}`,
      detail: { role, schoolCode },
    });
  await context.em.flush();
  appointStaff(context, { subjectId: account.id, role, schoolCode, email });
}

function openStaffAccount(context: IdentityContext, name: PersonName, email: EmailAddress): Promise<Account> {
  return openAccount(context, {
    subjectId: context.newId(),
    person: null,
    contacts: { name, maskedNationalId: null, email, mobile: null },
    roles: [],
  });
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
