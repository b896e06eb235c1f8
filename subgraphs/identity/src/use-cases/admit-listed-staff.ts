import { recordAudit } from "@campus-graph/kit/audit";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import type { Account } from "../domain/account.js";
import { invitationLetter } from "../mail/invitation-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountByEmail, lockAccount } from "../persistence/accounts.js";
import type { Context } from "../services.js";
import { appointStaff } from "./appoint-staff.js";
import { openAccount } from "./open-account.js";

export interface ListedStaff {
  name: PersonName;
  email: EmailAddress;
  role: "TEACHER";
  schoolCode: string;
}

/** A school lists somebody as its staff: their login exists from now on and holds the role there. */
export async function admitListedStaff(
  context: Context,
  { name, email, role, schoolCode }: ListedStaff,
): Promise<void> {
  const known = await accountByEmail(context, email);
  const account = known ? await lockAccount(context, known.id) : await invite(context, name, email);
  if (!account) throw new Error(`The account ${known?.id} is gone.`);
  if (account.grant(role, schoolCode))
    await recordAudit(context, {
      act: "grant-role",
      object: `account:${account.id}`,
      detail: { role, schoolCode },
    });
  await context.em.flush();
  appointStaff(context, { subjectId: account.id, role, schoolCode, email });
}

async function invite(context: Context, name: PersonName, email: EmailAddress): Promise<Account> {
  const account = await openAccount(context, {
    subjectId: context.newId(),
    person: null,
    contacts: { name, maskedNationalId: null, email, mobile: null },
    roles: [],
  });
  const { signInUrl, signature } = context.services;
  const letter = invitationLetter({ to: email, name, signInUrl }, signature);
  await queueMail(context, { kind: "invitation", dedupe: `invitation:${account.id}`, letter });
  return account;
}
