import { recordAudit } from "@campus-graph/kit/audit";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { lastSixOf, maskNationalId, type NationalId } from "@campus-graph/kit/text/national-id";
import type { Account } from "../domain/account.js";
import type { DeclaredPerson } from "../domain/declared-person.js";
import { checkLogin } from "../domain/login-check.js";
import { approvalLetter } from "../mail/approval-letter.js";
import { personHasAccountLetter } from "../mail/person-has-account-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import {
  accountByEmail,
  accountById,
  accountOfPerson,
  contactsOf,
  lockAccount,
} from "../persistence/accounts.js";
import { contactsOfPerson, personsOfRequests } from "../persistence/declared-persons.js";
import { openNationalId, sealContacts, sealNationalId } from "../persistence/sealed-person.js";
import type { Context } from "../services.js";
import { openAccount } from "./open-account.js";

export interface ApprovedRequest {
  requestId: string;
  subjectId: string;
  appliedAt: Date;
}

/**
 * Gives an approved guardian an account, in the seed's way: the login is the verified e-mail address, the initial
 * password the last six of the national ID. A person who applied with the account they have keeps it and gains the role.
 * Refused are an address that is another's login, and a national ID whose account did not apply: only who signs in with
 * an account adds to it. Runs inside the reaction's transaction.
 */
export async function provisionAccount(context: Context, request: ApprovedRequest): Promise<void> {
  const person = (await personsOfRequests(context, [request.requestId])).get(request.requestId);
  if (!person) throw new Error(`Nobody is declared yet for the request ${request.requestId}.`);
  const found = await findAccount(context, person, request.subjectId);
  if (found === "EMAIL_TAKEN") return refuse(context, request, found);
  if (found === "PERSON_HAS_ACCOUNT") {
    await tellOwner(context, request, person);
    return refuse(context, request, found);
  }
  const account = found
    ? await addGuardianRole(context, found.id, person)
    : await openGuardianAccount(context, request, person);
  const existing = found !== null;
  await context.em.execute("update request set account_id = ? where id = ?", [account.id, request.requestId]);
  recordEvent(context.em, {
    type: "identity.AccountProvisioned",
    key: request.requestId,
    payload: { requestId: request.requestId, subjectId: account.id, existing, personKey: person.personKey },
    occurredAt: context.clock.now(),
  });
  await recordAudit(context, {
    act: "provision-account",
    object: `account:${account.id}`,
    detail: { existing },
  });
  await sendApproval(context, request, account, existing);
}

/**
 * The account that applied; EMAIL_TAKEN when another person signs in with the address, PERSON_HAS_ACCOUNT when the
 * declared national ID is that of an account whose owner has not shown to be the applicant, or null where one is to be
 * made. Anybody can type an ID, so it alone leads into no account.
 */
async function findAccount(
  context: Context,
  person: DeclaredPerson,
  subjectId: string,
): Promise<Account | "EMAIL_TAKEN" | "PERSON_HAS_ACCOUNT" | null> {
  const holder = await accountByEmail(context, contactsOfPerson(context, person).email);
  const ofPerson = await accountOfPerson(context, person.personKey);
  if (ofPerson) {
    const applied = ofPerson.id === subjectId || ofPerson.id === holder?.id;
    return applied ? ofPerson : "PERSON_HAS_ACCOUNT";
  }
  if (holder && checkLogin(holder, { personKey: person.personKey, subjectId }) === "TAKEN")
    return "EMAIL_TAKEN";
  if (holder) return holder;
  const ofSubject = await accountById(context, subjectId);
  return ofSubject?.personKey === null ? ofSubject : null;
}

async function addGuardianRole(context: Context, id: string, person: DeclaredPerson): Promise<Account> {
  const account = await lockAccount(context, id);
  if (!account) throw new Error(`The account ${id} is gone.`);
  account.grant("GUARDIAN");
  if (account.personKey === null) {
    const row = { table: "account", id } as const;
    const nationalId = nationalIdOf(context, person);
    account.personKey = person.personKey;
    account.nationalId = sealNationalId(context.keys, row, nationalId);
    account.contacts = sealContacts(context.keys, row, {
      ...contactsOf(context, account),
      maskedNationalId: maskNationalId(nationalId),
    });
  }
  await context.em.flush();
  return account;
}

/** The subject becomes the account, unless its account is another person's: then the account is somebody new. */
async function openGuardianAccount(
  context: Context,
  request: ApprovedRequest,
  person: DeclaredPerson,
): Promise<Account> {
  const isAnothers = (await accountById(context, request.subjectId)) !== null;
  const subjectId = isAnothers ? context.newId() : request.subjectId;
  const nationalId = nationalIdOf(context, person);
  const { passwords } = context.services;
  return openAccount(
    context,
    {
      subjectId,
      person: { personKey: person.personKey, nationalId },
      contacts: contactsOfPerson(context, person),
      roles: [{ role: "GUARDIAN" }],
    },
    async (account) =>
      account.issueInitialPassword(await passwords.hash(lastSixOf(nationalId)), context.clock.now()),
  );
}

function nationalIdOf({ keys }: Context, person: DeclaredPerson): NationalId {
  return openNationalId(keys, { table: "declared_person", id: person.id }, person.nationalId);
}

function refuse(context: Context, { requestId, subjectId }: ApprovedRequest, code: string): void {
  recordEvent(context.em, {
    type: "identity.ProvisionRefused",
    key: requestId,
    payload: { requestId, subjectId, code },
    occurredAt: context.clock.now(),
  });
}

/** The owner of the account whose national ID somebody applied with learns of it, and of nothing else. */
async function tellOwner(
  context: Context,
  { requestId, appliedAt }: ApprovedRequest,
  { personKey }: DeclaredPerson,
): Promise<void> {
  const owner = await accountOfPerson(context, personKey);
  if (!owner) throw new Error(`Nobody's account has the national ID of the request ${requestId}.`);
  const { name, email } = contactsOf(context, owner);
  const { signInUrl, signature } = context.services;
  const letter = personHasAccountLetter({ to: email, name, appliedAt, login: email, signInUrl }, signature);
  await queueMail(context, { kind: "person-has-account", dedupe: `person-has-account:${requestId}`, letter });
}

async function sendApproval(
  context: Context,
  { requestId, appliedAt }: ApprovedRequest,
  account: Account,
  existing: boolean,
): Promise<void> {
  const { name, email } = contactsOf(context, account);
  const { signInUrl, signature } = context.services;
  const letter = approvalLetter({ to: email, name, appliedAt, login: email, existing, signInUrl }, signature);
  await queueMail(context, { kind: "approval", dedupe: `approval:${requestId}`, letter });
}
