import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { personKey as personKeyOf, sealToken } from "@campus-graph/kit/auth/crypto";
import { atLeast } from "@campus-graph/kit/auth/viewer";
import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parseMobileNumber } from "@campus-graph/kit/text/mobile-number";
import { maskNationalId, type NationalId, parseNationalId } from "@campus-graph/kit/text/national-id";
import { parsePersonName } from "@campus-graph/kit/text/person-name";
import { appsClient } from "../access-tokens.js";
import type { ApplicantToken } from "../applicant-tokens.js";
import type { IdentityContext } from "../context.js";
import type { Contacts } from "../domain/contacts.js";
import { DeclaredPerson } from "../domain/declared-person.js";
import { declarationLimit, declaredIdLimit } from "../domain/limits.js";
import type { LoginCheck } from "../domain/login-check.js";
import { EmailNotVerified } from "../domain/refusals.js";
import { accountByEmail } from "../persistence/accounts.js";
import { ownDeclaredPersons } from "../persistence/declared-persons.js";
import { presentKeyOf } from "../persistence/former-person-keys.js";
import { openNationalId, sealContacts, sealNationalId, targetIndex } from "../persistence/sealed-person.js";
import { hasVerified, noteVerified } from "../persistence/subjects.js";
import { chooseSubject } from "./choose-subject.js";

const declarationLifeMs = 24 * 60 * 60_000;

export interface GuardianInput {
  applicationId: string;
  name: string;
  nationalId: string;
  email: string;
  mobile: string;
}

export interface Declaration {
  declaration: string;
  maskedNationalId: string;
  loginCheck: LoginCheck;
  /** With what to go on when the application has become another subject's; never in a page that is known by a cookie. */
  session: ApplicantToken | null;
}

/**
 * Declares the guardian of one application anew, with the national ID that the caller gave for it before: whoever goes
 * on with a draft elsewhere need not type it again, and nobody is shown it. Refuses (NOT_FOUND) where they gave none.
 */
export async function correctGuardian(
  context: IdentityContext,
  input: Omit<GuardianInput, "nationalId">,
): Promise<Declaration> {
  const person = (await ownDeclaredPersons(context, [input.applicationId])).get(input.applicationId);
  if (!person) throw new NotFound();
  const { id, nationalId } = person;
  const row = { table: "declared_person", id } as const;
  return setGuardian(context, { ...input, nationalId: openNationalId(context.keys, row, nationalId) });
}

/** Declares who the guardian of one application is. The proof for binding is sealed; the national ID stays here. */
export async function setGuardian(context: IdentityContext, input: GuardianInput): Promise<Declaration> {
  const declaredBy = subjectOf(context);
  const { applicationId } = input;
  if (!isId(applicationId) || isAnothersApplication(context, applicationId)) throw new NotFound();
  await countAttempt(context, declarationLimit, declaredBy);
  const nationalId = parseNationalId(input.nationalId);
  const contacts = parseContacts(input, nationalId);
  if (!(await hasVerified(context, declaredBy, contacts.email))) throw new EmailNotVerified();
  const personKey = await presentKeyOf(context, personKeyOf(context.keys.ring("person"), nationalId));
  const holder = await accountByEmail(context, contacts.email);
  const isOwner = holder?.id === declaredBy && atLeast(context.viewer, "signed-in");
  if (holder && !isOwner) await countAttempt(context, declaredIdLimit, personKey);

  const { subjectId, loginCheck, declarationId } = await transaction(context, async (context) => {
    const { email, name } = contacts;
    const chosen = await chooseSubject(context, { declaredBy, applicationId, personKey, email, name });
    await noteVerified(context, chosen.subjectId, email);
    const person = declare(
      context,
      { applicationId, subjectId: chosen.subjectId, declaredBy, personKey },
      nationalId,
      contacts,
    );
    context.em.persist(person);
    recordEvent(context.em, {
      type: "identity.GuardianDeclared",
      key: applicationId,
      payload: { subjectId: chosen.subjectId, applicationId, personKey, loginCheck: chosen.loginCheck },
      occurredAt: person.declaredAt,
    });
    await recordAudit(context, { act: "declare-guardian", object: `application:${applicationId}` });
    return { ...chosen, declarationId: person.id };
  });

  const now = context.clock.now();
  const verifiedEmail = contacts.email;
  return {
    declaration: sealToken(
      context.keys.ring("declaration"),
      "guardian-declaration",
      { subject: subjectId, declaredBy, declarationId, applicationId, personKey, verifiedEmail, loginCheck },
      new Date(now.getTime() + declarationLifeMs),
    ),
    maskedNationalId: maskNationalId(nationalId),
    loginCheck,
    session:
      subjectId === declaredBy || context.viewer.clientId === appsClient
        ? null
        : await context.services.applicantTokens.mint({ subjectId, verifiedEmail, applicationId }, now),
  };
}

/** A token that is good for one application declares for no other. */
function isAnothersApplication({ viewer }: IdentityContext, applicationId: string): boolean {
  return viewer.applicationId !== null && viewer.applicationId !== applicationId;
}

function parseContacts({ name, email, mobile }: GuardianInput, nationalId: NationalId): Contacts {
  return {
    name: parsePersonName(name),
    maskedNationalId: maskNationalId(nationalId),
    email: parseEmailAddress(email),
    mobile: parseMobileNumber(mobile),
  };
}

type Place = Pick<DeclaredPerson, "applicationId" | "subjectId" | "declaredBy" | "personKey">;

function declare(
  { keys, clock, newId }: IdentityContext,
  place: Place,
  nationalId: NationalId,
  contacts: Contacts,
) {
  const row = { table: "declared_person", id: newId() } as const;
  return new DeclaredPerson({
    ...place,
    id: row.id,
    declaredAt: clock.now(),
    nationalId: sealNationalId(keys, row, nationalId),
    contacts: sealContacts(keys, row, contacts),
    emailIndex: targetIndex(keys, contacts.email),
  });
}
