import { defineBatch } from "@campus-graph/kit/graphql/batching";
import type { IdentityContext, IdentityServices } from "../context.js";
import { Account } from "../domain/account.js";
import type { DeclaredPerson } from "../domain/declared-person.js";
import { checkLogin } from "../domain/login-check.js";
import { accountIdsOfPersons } from "../persistence/accounts.js";
import { contactsOfPerson, ownDeclaredPersons, personsOfRequests } from "../persistence/declared-persons.js";
import { loginHolders } from "../persistence/login-holders.js";
import { reviewedStudents, visibleAccounts, visibleRequests } from "../persistence/requests.js";
import { LoginCheckName } from "./enums.js";
import { type Guardian, presentGuardian } from "./guardian.type.js";

/** Accounts that this viewer may see. */
export const accountForViewer = defineBatch<string, Account, IdentityServices>(async (context, ids) => {
  const visible = await visibleAccounts(context, ids);
  if (visible.size === 0) return new Map();
  const accounts = await context.em.find(Account, { id: { $in: [...visible] } });
  return new Map(accounts.map((account) => [account.id, account]));
});

/** The account that each visible request led to. */
export const accountIdOfRequest = defineBatch<string, string, IdentityServices>(async (context, ids) => {
  const visible = await visibleRequests(context, ids);
  return new Map(
    [...visible].flatMap(([id, { accountId }]) => (accountId ? [[id, accountId] as const] : [])),
  );
});

/** A request in the version that binding shows. */
export function versionKey(requestId: string, version: number | undefined): string {
  return `${requestId} ${version}`;
}

/**
 * The guardian of each request that this viewer may see, by `versionKey`. Whose declaration is of another version than
 * binding shows is not told: nobody is to approve one person and be shown another. A request of before versions were told
 * is known in its first: whether a later one was signed with the same declaration, identity cannot say.
 */
export const guardianOfRequest = defineBatch<string, Guardian, IdentityServices>(async (context, keys) => {
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
      if (guardian && hasAccount && guardian.loginCheck === LoginCheckName.FREE)
        guardian.loginCheck = LoginCheckName.PERSON_HAS_ACCOUNT;
      if (guardian && !isReviewed) guardian.formerMaskedNationalId = null;
      return guardian && key === versionKey(id, version ?? 1) ? [[key, guardian] as const] : [];
    }),
  );
});

/** Whom the viewer has declared for each of their own applications. */
export const ownGuardianOfApplication = defineBatch<string, Guardian, IdentityServices>(
  async (context, ids) => {
    const found = await guardians(context, await ownDeclaredPersons(context, ids));
    for (const guardian of found.values()) guardian.formerMaskedNationalId = null;
    return found;
  },
);

/** The bound guardians of each student whose homeroom teacher this viewer is. */
export const guardiansOfStudent = defineBatch<string, Guardian[], IdentityServices>(async (context, ids) => {
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
): Promise<ReadonlyMap<string, Guardian>> {
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
      return [key, presentGuardian(contacts, check, former)];
    }),
  );
}
