import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { IdentityContext } from "../context.js";
import { SignInName } from "../domain/sign-in-name.js";
import { targetIndex } from "./sealed-person.js";

/** Of the accounts, those of whoever holds a role at one of the schools, or is bound to a child there. */
export async function accountsAtSchools(
  em: EntityManager,
  accountIds: readonly string[],
  schools: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0 || schools.length === 0) return [];
  const rows = await em.execute<{ id: string }[]>(
    `select account.id from account where account.id = any(?::uuid[]) and (
       exists (select from jsonb_to_recordset(account.roles) as held (role text, "schoolCode" text, "isEndPublished" boolean)
         where held."schoolCode" = any(?::text[]) and held."isEndPublished" is not true)
       or exists (select from request join student_class as place on place.student_id = request.student_id
         where request.account_id = account.id and request.status = 'BOUND' and place.school_code = any(?::text[])))`,
    [textArray(accountIds), textArray(schools), textArray(schools)],
  );
  return rows.map(({ id }) => id);
}

/** The account that signs in by this name, of this kind. */
export async function accountIdByNameOfKind(
  context: IdentityContext,
  kind: SignInName["kind"],
  name: string,
): Promise<string | null> {
  const nameIndex = targetIndex(context.keys, name);
  const found = await context.em.findOne(SignInName, { nameIndex, kind });
  return found?.accountId ?? null;
}
