import { LockMode } from "@mikro-orm/core";
import type { IdentityContext } from "../context.js";
import { Account } from "../domain/account.js";
import type { StaffRole } from "../domain/staff-role.js";

/** A staff role and whose account it stands with. */
export interface HeldRole {
  account: Account;
  role: StaffRole;
}

export interface StaffFilter {
  /** Null: of all schools and of none. */
  schoolCode: string | null;
  /** Null: every role. */
  role: string | null;
  /** Only what somebody else has yet to approve. */
  onlyAwaiting: boolean;
  /** Roles that were over before this day are left out; null: they are not. */
  notOverOn: string | null;
  /** Of the last one on the page before: where it stands in the order. */
  after: readonly (string | number)[] | null;
  limit: number;
}

/** Where a role stands in the list. */
export function placeOf({ role }: HeldRole): [school: string, role: string, id: string] {
  return [role.schoolCode ?? "", role.role, role.id];
}

/** Who holds which role, by school and role. */
export async function staffRolesBy({ em }: IdentityContext, filter: StaffFilter): Promise<HeldRole[]> {
  const { schoolCode, role, onlyAwaiting, notOverOn, after, limit } = filter;
  const rows = await em.execute<{ account_id: string; role_id: string }[]>(
    `select account.id as account_id, held->>'id' as role_id
     from account cross join lateral jsonb_array_elements(account.roles) as held
     where jsonb_path_exists(roles, '$[*].id') and held->>'id' is not null
       and (?::text is null or (roles @> jsonb_build_array(jsonb_build_object('schoolCode', ?::text))
         and held->>'schoolCode' = ?))
       and (?::text is null or held->>'role' = ?)
       and (not ? or held->>'awaitsApproval' = 'true')
       and (?::text is null or ((held->>'endedFrom' is null or held->>'endedFrom' > ?)
         and (held->>'until' is null or held->>'until' >= ?)))
       and (?::text is null or (coalesce(held->>'schoolCode', ''), held->>'role', held->>'id') > (?, ?, ?))
     order by coalesce(held->>'schoolCode', ''), held->>'role', held->>'id' limit ?`,
    [
      schoolCode,
      schoolCode,
      schoolCode,
      role,
      role,
      onlyAwaiting,
      notOverOn,
      notOverOn,
      notOverOn,
      after === null ? null : "after",
      ...(after ?? ["", "", ""]),
      limit,
    ],
  );
  const accounts = await em.find(Account, { id: { $in: [...new Set(rows.map((row) => row.account_id))] } });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return rows.flatMap(({ account_id, role_id }) => {
    const account = byId.get(account_id);
    const role = account?.staffRoles.find(({ id }) => id === role_id);
    return account && role ? [{ account, role }] : [];
  });
}

/** The role of this id, with its account's row locked until the transaction ends. */
export async function lockStaffRole({ em }: IdentityContext, roleId: string): Promise<HeldRole | null> {
  const [row] = await em.execute<{ id: string }[]>(
    "select id from account where roles @> jsonb_build_array(jsonb_build_object('id', ?::text))",
    [roleId],
  );
  if (!row) return null;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const account = await em.findOne(Account, { id: row.id }, lock);
  const role = account?.staffRoles.find(({ id }) => id === roleId);
  return account && role ? { account, role } : null;
}

/** Accounts that hold a role which is over on this day and of which the others were not told, their rows locked. */
export async function lockAccountsWithEnds(
  { em }: IdentityContext,
  today: string,
  most: number,
): Promise<Account[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from account where jsonb_path_exists(roles, '$[*].id') and exists (
       select from jsonb_array_elements(roles) as held
       where held->>'isEndPublished' = 'false' and (held->>'endedFrom' <= ? or held->>'until' < ?))
     limit ? for update skip locked`,
    [today, today, most],
  );
  if (rows.length === 0) return [];
  return em.find(Account, { id: { $in: rows.map(({ id }) => id) } }, { refresh: true });
}
