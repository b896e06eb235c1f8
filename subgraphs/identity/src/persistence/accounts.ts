import { textArray } from "@campus-graph/kit/auth/visibility";
import { isId } from "@campus-graph/kit/sql/id";
import { LockMode } from "@mikro-orm/core";
import type { IdentityContext } from "../context.js";
import { Account } from "../domain/account.js";
import type { Contacts } from "../domain/contacts.js";
import { SignInName } from "../domain/sign-in-name.js";
import { accountIdOfFormerKey } from "./former-person-keys.js";
import { openContacts, targetIndex } from "./sealed-person.js";

export function accountById(context: IdentityContext, id: string): Promise<Account | null> {
  return context.em.findOne(Account, { id });
}

/** The account, unless it is disabled: what anybody signed in to it is shown or given comes by this. */
export async function enabledAccountById(context: IdentityContext, id: string): Promise<Account | null> {
  const account = await accountById(context, id);
  return account?.isDisabled ? null : account;
}

/** The account, with its row locked until the transaction ends. */
export function lockAccount(context: IdentityContext, id: string): Promise<Account | null> {
  return context.em.findOne(Account, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** The viewer's own account, with its row shared until the transaction ends. */
export async function holderOf(context: IdentityContext): Promise<Account | null> {
  const { subject } = context.viewer;
  if (subject === null || !isId(subject)) return null;
  const lock = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
  return context.em.findOne(Account, { id: subject }, lock);
}

/** The account of the person who has this national ID, or had it before. */
export async function accountOfPerson(context: IdentityContext, personKey: string): Promise<Account | null> {
  const account = await context.em.findOne(Account, { personKey });
  if (account) return account;
  const id = await accountIdOfFormerKey(context, personKey);
  return id ? accountById(context, id) : null;
}

/** The accounts that persons have, by their key, or one that they had before. */
export async function accountIdsOfPersons(
  { em }: IdentityContext,
  personKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personKeys.length === 0) return new Map();
  const rows = await em.execute<{ id: string; person_key: string }[]>(
    `select id, person_key from account where person_key = any(?::text[])
     union all select account_id, person_key from former_person_key where person_key = any(?::text[])`,
    [textArray(personKeys), textArray(personKeys)],
  );
  return new Map(rows.map(({ id, person_key }) => [person_key, id]));
}

/** The account whose sign-in name this is, in the index's form. */
export async function accountIdBySignInName(
  context: IdentityContext,
  nameIndex: string,
): Promise<string | null> {
  const name = await context.em.findOne(SignInName, { nameIndex });
  return name?.accountId ?? null;
}

/** The account whose login the e-mail address is. */
export async function accountByEmail(context: IdentityContext, email: string): Promise<Account | null> {
  const id = await accountIdBySignInName(context, targetIndex(context.keys, email));
  return id ? accountById(context, id) : null;
}

export function contactsOf(context: IdentityContext, account: Account): Contacts {
  return openContacts(context.keys, { table: "account", id: account.id }, account.contacts);
}

/** From now on the account has no sign-in name of this kind. */
export async function removeSignInNames(
  { em }: IdentityContext,
  accountId: string,
  kind: SignInName["kind"],
): Promise<void> {
  await em.nativeDelete(SignInName, { accountId, kind });
}

/** False when another account holds the name; its first holder keeps it. */
export async function takeSignInName(
  context: IdentityContext,
  accountId: string,
  kind: SignInName["kind"],
  name: string,
): Promise<boolean> {
  const rows = await context.em.execute<unknown[]>(
    `insert into sign_in_name (name_index, account_id, kind) values (?, ?, ?)
     on conflict (name_index) do update set kind = excluded.kind where sign_in_name.account_id = excluded.account_id
     returning 1 as one`,
    [targetIndex(context.keys, name), accountId, kind],
  );
  return rows.length === 1;
}

/** Whether the account signs in by this name. */
export async function isSignInName(
  context: IdentityContext,
  accountId: string,
  name: string,
): Promise<boolean> {
  return (await accountIdBySignInName(context, targetIndex(context.keys, name))) === accountId;
}
