import type { ViewerRole } from "@campus-graph/kit/auth/viewer";
import type { NationalId } from "@campus-graph/kit/text/national-id";
import type { IdentityContext } from "../context.js";
import { Account } from "../domain/account.js";
import type { Contacts } from "../domain/contacts.js";
import { takeSignInName } from "../persistence/accounts.js";
import { sealContacts, sealNationalId } from "../persistence/sealed-person.js";
import { ensureSubject, hasVerified, leaveToLogin, noteVerified } from "../persistence/subjects.js";
import { publishTakenLogins } from "./publish-taken-logins.js";

export interface NewAccount {
  subjectId: string;
  person: { personKey: string; nationalId: NationalId } | null;
  contacts: Contacts;
  roles: readonly ViewerRole[];
}

/**
 * Makes a subject's account, within the caller's transaction. Its login is the e-mail address, whose freeness the
 * caller has checked. Its mobile number signs in too, where its person has shown that it is theirs.
 */
export async function openAccount(
  context: IdentityContext,
  { subjectId, person, contacts, roles }: NewAccount,
  letIn: (account: Account) => Promise<void> = async () => undefined,
): Promise<Account> {
  const { keys, clock, em } = context;
  const row = { table: "account", id: subjectId } as const;
  await ensureSubject(context, subjectId);
  const account = new Account({
    id: subjectId,
    personKey: person?.personKey ?? null,
    nationalId: person && sealNationalId(keys, row, person.nationalId),
    contacts: sealContacts(keys, row, contacts),
    roles,
    createdAt: clock.now(),
  });
  await letIn(account);
  await em.persist(account).flush();
  await noteVerified(context, subjectId, contacts.email);
  await leaveToLogin(context, subjectId, contacts.email);
  if (!(await takeSignInName(context, subjectId, "EMAIL", contacts.email)))
    throw new Error("Another account took the e-mail address in the same moment.");
  if (contacts.mobile && (await hasVerified(context, subjectId, contacts.mobile)))
    await takeSignInName(context, subjectId, "MOBILE", contacts.mobile);
  await publishTakenLogins(context, { accountId: account.id });
  return account;
}
