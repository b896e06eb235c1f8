import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { IdentityContext, IdentityServices } from "../context.js";
import type { Contacts } from "../domain/contacts.js";
import type { DeclaredPerson } from "../domain/declared-person.js";
import { checkLogin, type ShownLoginCheck } from "../domain/login-check.js";
import { accountIdsOfPersons } from "../persistence/accounts.js";
import { contactsOfPerson, ownDeclaredPersons, personsOfRequests } from "../persistence/declared-persons.js";
import { loginHolders } from "../persistence/login-holders.js";
import { reviewedStudents, visibleRequests } from "./requests.js";

/** Who applies, as far as the viewer may see them. */
export interface SeenGuardian {
  contacts: Contacts;
  loginCheck: ShownLoginCheck;
  /** The national ID that their account is under, with its middle hidden; for reviewers. */
  formerMaskedNationalId: string | null;
}

/** The guardian of a request in the version that binding shows; null for others than applicant and reviewers. */
export function seeGuardianOfRequest(
  context: IdentityContext,
  requestId: string,
  version: number | undefined,
): Promise<SeenGuardian | null> {
  return batched(context, guardianOfRequest, versionKey(requestId, version));
}

/** Whom the viewer has declared for an application of their own. */
export function seeOwnGuardian(
  context: IdentityContext,
  applicationId: string,
): Promise<SeenGuardian | null> {
  return batched(context, ownGuardianByApplication, applicationId);
}

/** The guardians bound to a student; null for others than its reviewers. */
export function seeGuardiansOfStudent(
  context: IdentityContext,
  studentId: string,
): Promise<SeenGuardian[] | null> {
  return batched(context, guardiansByStudent, studentId);
}

/** A request in the version that binding shows. */
function versionKey(requestId: string, version: number | undefined): string {
  return `${requestId} ${version}`;
}

/**
 * The guardian of each request that this viewer may see, by `versionKey`. Whose declaration is of another version than
 * binding shows is not told: nobody is to approve one person and be shown another. A request of before versions were told
 * is known in its first: whether a later one was signed with the same declaration, identity cannot say.
 */
const guardianOfRequest = defineBatch<string, SeenGuardian, IdentityServices>(async (context, keys) => {
  const visible = await visibleRequests(context, [...new Set(keys.map((key) => key.split(" ")[0]!))]);
  const persons = await personsOfRequests(context, [...visible.keys()]);
  const found = await guardians(context, persons);
  const elsewhere = await accountIdsOfPersons(
    context,
    [...persons].filter(([id]) => visible.get(id)!.isReviewed).map(([, { personKey }]) => personKey),
  );
  return new Map(
    keys.flatMap((key) => {
      const id = key.split(" ")[0]!;
      const { version, isReviewed = false, accountId = null, subjectId } = visible.get(id) ?? {};
      const owner =
        isReviewed && accountId === null ? elsewhere.get(persons.get(id)?.personKey ?? "") : undefined;
      const hasAccount = owner !== undefined && owner !== subjectId;
      const guardian = found.get(id);
      if (guardian && hasAccount && guardian.loginCheck === "FREE")
        guardian.loginCheck = "PERSON_HAS_ACCOUNT";
      if (guardian && !isReviewed) guardian.formerMaskedNationalId = null;
      return guardian && key === versionKey(id, version ?? 1) ? [[key, guardian] as const] : [];
    }),
  );
});

/** Whom the viewer has declared for each of their own applications. */
const ownGuardianByApplication = defineBatch<string, SeenGuardian, IdentityServices>(async (context, ids) => {
  const found = await guardians(context, await ownDeclaredPersons(context, ids));
  for (const guardian of found.values()) guardian.formerMaskedNationalId = null;
  return found;
});

/** The bound guardians of each student whose homeroom teacher this viewer is. */
const guardiansByStudent = defineBatch<string, SeenGuardian[], IdentityServices>(async (context, ids) => {
  const requests = await reviewedStudents(context, ids);
  const persons = await personsOfRequests(context, [...requests.values()].flat());
  const found = await guardians(context, persons);
  return new Map(
    [...requests].map(([studentId, requestIds]) => [
      studentId,
      requestIds.flatMap((requestId) => found.get(requestId) ?? []),
    ]),
  );
});

/** The answer of `loginCheck` is today's: it may have changed since the declaration. */
async function guardians(
  context: IdentityContext,
  persons: ReadonlyMap<string, DeclaredPerson>,
): Promise<ReadonlyMap<string, SeenGuardian>> {
  const holders = await loginHolders(
    context,
    [...persons.values()].map(({ emailIndex }) => emailIndex),
  );
  return new Map(
    [...persons].map(([key, person]) => {
      const { personKey, subjectId } = person;
      const contacts = contactsOfPerson(context, person);
      const holder = holders.get(person.emailIndex) ?? null;
      const check = checkLogin(holder, { personKey, subjectId, name: contacts.name });
      const former = check === "ID_CHANGED" ? (holder?.maskedNationalId ?? null) : null;
      return [key, { contacts, loginCheck: check, formerMaskedNationalId: former }];
    }),
  );
}
