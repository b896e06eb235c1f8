import { textArray } from "@campus-graph/kit/auth/visibility";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import type { Contacts } from "../domain/contacts.js";
import { DeclaredPerson } from "../domain/declared-person.js";
import { openContacts } from "./sealed-person.js";

/**
 * Each request's guardian: the very declaration that was submitted, for its application and by its subject. Whoever
 * holds the applicant's token may declare again, but no contacts that nobody signed or reviewed take their place.
 * Where binding did not say which one it was (the demo city's), it is the newest of the person that was submitted.
 * One statement, however many requests.
 */
export async function personsOfRequests(
  context: IdentityContext,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, DeclaredPerson>> {
  const rows = await context.em.execute<{ request_id: string; declared_person_id: string }[]>(
    `select request.id as request_id, person.id as declared_person_id
     from request cross join lateral (
       select id from declared_person
       where application_id = request.application_id
         and (subject_id = request.subject_id or declared_by = request.subject_id)
         and (id = request.declaration_id or request.declaration_id is null
           and (request.person_key is null or person_key = request.person_key))
       order by declared_at desc, id desc limit 1
     ) as person
     where request.id = any(?::uuid[])`,
    [textArray(requestIds)],
  );
  const persons = await context.em.find(DeclaredPerson, {
    id: { $in: rows.map((row) => row.declared_person_id) },
  });
  const byId = new Map(persons.map((person) => [person.id, person]));
  return new Map(
    rows.flatMap((row) => {
      const person = byId.get(row.declared_person_id);
      return person ? [[row.request_id, person] as const] : [];
    }),
  );
}

/**
 * Whom the viewer themselves has declared last for each of the applications, by its id. A token that is good for one
 * application shows that one alone; whom somebody else has declared is not there, whatever they are to each other.
 */
export async function ownDeclaredPersons(
  { em, viewer }: IdentityContext,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, DeclaredPerson>> {
  const { subject, applicationId } = viewer;
  if (subject === null || !isId(subject) || viewer.assurance === "must-change-password") return new Map();
  const wanted = applicationIds.filter((id) => isId(id) && (applicationId === null || id === applicationId));
  if (wanted.length === 0) return new Map();
  const persons = await em.find(
    DeclaredPerson,
    { applicationId: { $in: wanted }, declaredBy: subject },
    { orderBy: { declaredAt: "asc", id: "asc" } },
  );
  // The newest comes last, and takes the place of those before.
  return new Map(persons.map((person) => [person.applicationId, person]));
}

export function contactsOfPerson(context: IdentityContext, person: DeclaredPerson): Contacts {
  return openContacts(context.keys, { table: "declared_person", id: person.id }, person.contacts);
}

/** What a person declared about themselves, the oldest first. */
export function declarationsOf({ em }: IdentityContext, subjectId: string): Promise<DeclaredPerson[]> {
  return em.find(DeclaredPerson, { subjectId }, { orderBy: { declaredAt: "asc", id: "asc" } });
}
