import { lastSixOf } from "@campus-graph/kit/text/national-id";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { activationUrlOf } from "../domain/activation-url.js";
import type { Contacts } from "../domain/contacts.js";
import type { DeclaredPerson } from "../domain/declared-person.js";
import { checkLogin } from "../domain/login-check.js";
import { approvalLetter } from "../mail/approval-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountByEmail, accountById, accountOfPerson, contactsOf } from "../persistence/accounts.js";
import { drawActivationSecret, keepActivationLink } from "../persistence/activation-links.js";
import { contactsOfPerson, personsOfRequests } from "../persistence/declared-persons.js";
import { loginHolder } from "../persistence/login-holders.js";
import { addGuardianRole, nationalIdOf } from "./add-guardian-role.js";
import { changeNationalId } from "./change-national-id.js";
import { offerPersonLink } from "./offer-person-link.js";
import { openAccount } from "./open-account.js";
import { publishProvisioned, publishRefused } from "./publish-provisioned.js";

export interface ApprovedRequest {
  requestId: string;
  subjectId: string;
  appliedAt: Date;
  /** The reviewer says that the account's person has this national ID in place of the one on record. */
  idChangeConfirmed: boolean;
}

/**
 * Gives an approved guardian an account, in the seed's way: the login is the verified e-mail address, the initial
 * password the last six of the national ID. A person who has an account, and applied by its login or signed in, keeps
 * it and gains the role. One who applied under another address waits for the account's owner to accept: who applied is
 * sent what every approved guardian is, and learns nothing of the account. An address that is another's login is
 * refused, and so is another national ID of its owner's that no reviewer has confirmed. Runs inside the reaction's
 * transaction.
 */
export async function provisionAccount(context: IdentityContext, request: ApprovedRequest): Promise<void> {
  const { requestId, subjectId } = request;
  const person = (await personsOfRequests(context, [requestId])).get(requestId);
  if (!person) throw new Error(`Nobody is declared yet for the request ${requestId}.`);
  const found = await findAccount(context, person, request);
  if (typeof found === "string") return publishRefused(context, { requestId, subjectId, code: found });
  if (found && "owner" in found) {
    const offered = await offerPersonLink(context, request, found.owner);
    const contacts = contactsOfPerson(context, person);
    const existing = offered === "FURTHER" || (await accountByEmail(context, contacts.email)) !== null;
    // The letter looks like everybody's; its link, where the city sends such, activates nothing.
    const secret = firstSignInSecret(context, existing);
    if (offered) await sendApproval(context, request, contacts, { existing, secret });
    return;
  }
  const formerKey = found?.isIdChanged ? await changeNationalId(context, found.own.id, person) : null;
  const account = found
    ? await addGuardianRole(context, found.own.id, person)
    : await openGuardianAccount(context, request, person);
  const existing = found !== null;
  const secret = firstSignInSecret(context, existing);
  if (secret) await keepActivationLink(context, account.id, secret);
  await publishProvisioned(context, { requestId, account, existing, formerKey });
  const contacts = contactsOf(context, account);
  const changedNationalId = formerKey ? contacts.maskedNationalId : null;
  await sendApproval(context, request, contacts, { existing, secret, changedNationalId });
}

/**
 * The person's own account, or the one whose owner has to accept; EMAIL_TAKEN when another person signs in with the
 * address; null where an account is to be made.
 */
async function findAccount(
  context: IdentityContext,
  person: DeclaredPerson,
  { subjectId, idChangeConfirmed }: ApprovedRequest,
): Promise<Found | { owner: Account } | "EMAIL_TAKEN" | "ID_CHANGE_UNCONFIRMED" | null> {
  const { personKey } = person;
  const { email, name } = contactsOfPerson(context, person);
  const ofPerson = await accountOfPerson(context, personKey);
  const holder = await accountByEmail(context, email);
  if (ofPerson)
    return ofPerson.id === subjectId || ofPerson.id === holder?.id
      ? { own: ofPerson, isIdChanged: false }
      : { owner: ofPerson };
  if (holder) {
    const check = checkLogin(await loginHolder(context, email), { personKey, subjectId, name });
    if (check === "TAKEN") return "EMAIL_TAKEN";
    if (check === "ID_CHANGED" && !idChangeConfirmed) return "ID_CHANGE_UNCONFIRMED";
    return { own: holder, isIdChanged: check === "ID_CHANGED" };
  }
  const ofSubject = await accountById(context, subjectId);
  return ofSubject?.personKey === null ? { own: ofSubject, isIdChanged: false } : null;
}

interface Found {
  own: Account;
  /** It is under another national ID, which the declared one is to take the place of. */
  isIdChanged: boolean;
}

/** The subject becomes the account, unless its account is another person's: then the account is somebody new. */
async function openGuardianAccount(
  context: IdentityContext,
  request: ApprovedRequest,
  person: DeclaredPerson,
): Promise<Account> {
  const isAnothers = (await accountById(context, request.subjectId)) !== null;
  const subjectId = isAnothers ? context.newId() : request.subjectId;
  const nationalId = nationalIdOf(context, person);
  const { passwords, initialPassword } = context.services;
  return openAccount(
    context,
    {
      subjectId,
      person: { personKey: person.personKey, nationalId },
      contacts: contactsOfPerson(context, person),
      roles: [{ role: "GUARDIAN" }],
    },
    async (account) => {
      if (initialPassword === "national-id-suffix")
        account.issueInitialPassword(await passwords.hash(lastSixOf(nationalId)), context.clock.now());
    },
  );
}

interface Approval {
  existing: boolean;
  /** What the link holds by which a password is chosen; null where there is none to send. */
  secret: string | null;
  changedNationalId?: string | null;
}

function firstSignInSecret({ services }: IdentityContext, existing: boolean): string | null {
  return !existing && services.initialPassword === "activation-link" ? drawActivationSecret() : null;
}

async function sendApproval(
  context: IdentityContext,
  { requestId, subjectId, appliedAt }: ApprovedRequest,
  { name, email }: Contacts,
  { existing, secret, changedNationalId = null }: Approval,
): Promise<void> {
  const { signInUrl, publicUrl, signature } = context.services;
  const activationUrl = secret && activationUrlOf(publicUrl, secret);
  const letter = approvalLetter(
    { to: email, name, appliedAt, login: email, existing, signInUrl, activationUrl, changedNationalId },
    signature,
  );
  await queueMail(context, { kind: "approval", dedupe: `approval:${requestId}`, letter, subjectId });
}
