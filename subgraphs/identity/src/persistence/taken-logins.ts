import { checkLogin } from "../domain/login-check.js";
import type { Context } from "../services.js";

/**
 * Of the requests that wait: this one, or all that name a login of this account, where that is another person's. Each
 * in the version whose declaration names it; null where that is not known here.
 */
export async function requestsWithTakenLogin(
  { em }: Context,
  of: { requestId: string } | { accountId: string },
): Promise<{ requestId: string; version: number | null }[]> {
  const [condition, value] =
    "requestId" in of ? ["request.id = ?", of.requestId] : ["account.id = ?", of.accountId];
  const rows = await em.execute<
    {
      id: string;
      version: number | null;
      subject_id: string;
      person_key: string;
      holder_id: string;
      holder_key: string | null;
    }[]
  >(
    `select distinct request.id, request.version, request.subject_id, person.person_key,
       account.id as holder_id, account.person_key as holder_key
     from request
     join declared_person as person on person.application_id = request.application_id
       and (request.declaration_id is null or person.id = request.declaration_id)
       and (request.person_key is null or person.person_key = request.person_key)
     join sign_in_name on name_index = person.email_index
     join account on account.id = sign_in_name.account_id
     where request.status in ('PENDING', 'RETURNED') and ${condition}`,
    [value],
  );
  return rows
    .filter(({ subject_id, person_key, holder_id, holder_key }) => {
      const holder = { id: holder_id, personKey: holder_key };
      return checkLogin(holder, { personKey: person_key, subjectId: subject_id }) === "TAKEN";
    })
    .map(({ id, version }) => ({ requestId: id, version }));
}
