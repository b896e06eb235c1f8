import type { IdentityContext } from "../context.js";
import { checkLogin } from "../domain/login-check.js";
import { loginHolders } from "./login-holders.js";
import { openContacts } from "./sealed-person.js";

/**
 * Of the requests that wait: this one, or all that name a login of this account, where that is another person's. Each
 * in the version whose declaration names it; null where that is not known here.
 */
export async function requestsWithTakenLogin(
  context: IdentityContext,
  of: { requestId: string } | { accountId: string },
): Promise<{ requestId: string; version: number | null }[]> {
  const [condition, value] =
    "requestId" in of ? ["request.id = ?", of.requestId] : ["sign_in_name.account_id = ?", of.accountId];
  const rows = await context.em.execute<
    {
      id: string;
      version: number | null;
      subject_id: string;
      declaration: string;
      person_key: string;
      contacts: string;
      email_index: string;
    }[]
  >(
    `select distinct request.id, request.version, request.subject_id, person.id as declaration, person.person_key,
       person.contacts, person.email_index
     from request
     join declared_person as person on person.application_id = request.application_id
       and (person.id = request.declaration_id or request.declaration_id is null
         and (request.person_key is null or person.person_key = request.person_key))
     join sign_in_name on name_index = person.email_index
     where request.status in ('PENDING', 'RETURNED') and ${condition}`,
    [value],
  );
  const holders = await loginHolders(
    context,
    rows.map(({ email_index }) => email_index),
  );
  return rows
    .filter(({ subject_id: subjectId, person_key: personKey, declaration, contacts, email_index }) => {
      const { name } = openContacts(context.keys, { table: "declared_person", id: declaration }, contacts);
      return checkLogin(holders.get(email_index) ?? null, { personKey, subjectId, name }) === "TAKEN";
    })
    .map(({ id, version }) => ({ requestId: id, version }));
}
