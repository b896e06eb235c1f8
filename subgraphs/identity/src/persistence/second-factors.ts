import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import { textArray } from "@campus-graph/kit/auth/visibility";
import type { IdentityContext } from "../context.js";
import type { EnrolledFactor, SecondFactorKind } from "../domain/second-factor.js";
import type { PasskeyCredential } from "../passkeys.js";

interface Row {
  id: string;
  kind: SecondFactorKind;
  name: string;
  sealed: string;
  credential_id: string | null;
  sign_count: string;
  transports: string[];
  created_at: Date;
  used_at: Date | null;
}

/** What the person has enrolled, in the order in which they did. */
export async function factorsOf(context: IdentityContext, accountId: string): Promise<EnrolledFactor[]> {
  const rows = await context.em.execute<Row[]>(
    "select * from second_factor where account_id = ? and confirmed_at is not null order by created_at, id",
    [accountId],
  );
  return rows.map(({ id, kind, name, created_at, used_at }) => ({
    id,
    kind,
    name: open(context, id, "name", name),
    since: new Date(created_at),
    usedAt: used_at && new Date(used_at),
  }));
}

export async function hasEnrolled({ em }: IdentityContext, accountId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "select 1 as one from second_factor where account_id = ? and confirmed_at is not null limit 1",
    [accountId],
  );
  return rows.length > 0;
}

export interface Authenticator {
  id: string;
  secret: string;
}

/** The person's authenticator, or the one that they are about to enrol. */
export async function authenticatorOf(
  context: IdentityContext,
  accountId: string,
  { isConfirmed }: { isConfirmed: boolean },
): Promise<Authenticator | null> {
  const [row] = await context.em.execute<Row[]>(
    `select * from second_factor
     where account_id = ? and kind = 'AUTHENTICATOR' and (confirmed_at is not null) = ?`,
    [accountId, isConfirmed],
  );
  return row ? { id: row.id, secret: open(context, row.id, "sealed", row.sealed) } : null;
}

/** The one that is about to be enrolled stays the same until it is, or is given up. */
export async function beginAuthenticator(
  context: IdentityContext,
  accountId: string,
  secret: string,
): Promise<void> {
  const { em, clock, newId } = context;
  const id = newId();
  await em.execute(
    `insert into second_factor (id, account_id, kind, name, sealed, created_at)
     values (?, ?, 'AUTHENTICATOR', ?, ?, ?) on conflict do nothing`,
    [id, accountId, seal(context, id, "name", ""), seal(context, id, "sealed", secret), clock.now()],
  );
}

/** It takes the place of the one before, whose codes count no more. */
export async function confirmAuthenticator(
  { em, clock }: IdentityContext,
  accountId: string,
  { id, step }: { id: string; step: number },
): Promise<void> {
  await em.execute(
    `delete from second_factor where account_id = ? and kind = 'AUTHENTICATOR' and confirmed_at is not null`,
    [accountId],
  );
  const now = clock.now();
  await em.execute("update second_factor set confirmed_at = ?, used_at = ?, last_step = ? where id = ?", [
    now,
    now,
    step,
    id,
  ]);
}

/** False: this code, or a newer one, was used already. */
export async function useStep(
  { em, clock }: IdentityContext,
  { id, step }: { id: string; step: number },
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `update second_factor set last_step = ?, used_at = ?
     where id = ? and (last_step is null or last_step < ?) returning 1 as one`,
    [step, clock.now(), id, step],
  );
  return rows.length === 1;
}

export async function passkeysOf(context: IdentityContext, accountId: string): Promise<PasskeyCredential[]> {
  const rows = await context.em.execute<Row[]>(
    "select * from second_factor where account_id = ? and kind = 'PASSKEY' order by created_at, id",
    [accountId],
  );
  return rows.map(({ id, sealed, credential_id, sign_count, transports }) => ({
    credentialId: credential_id ?? "",
    publicKey: open(context, id, "sealed", sealed),
    signCount: Number(sign_count),
    transports,
  }));
}

/** False: the passkey is enrolled already, here or by somebody else. */
export async function keepPasskey(
  context: IdentityContext,
  accountId: string,
  { credentialId, publicKey, signCount, transports, name }: PasskeyCredential & { name: string },
): Promise<boolean> {
  const { em, clock, newId } = context;
  const id = newId();
  const now = clock.now();
  const rows = await em.execute<unknown[]>(
    `insert into second_factor
       (id, account_id, kind, name, sealed, credential_id, sign_count, transports, created_at, confirmed_at)
     values (?, ?, 'PASSKEY', ?, ?, ?, ?, ?::text[], ?, ?) on conflict do nothing returning 1 as one`,
    [
      id,
      accountId,
      seal(context, id, "name", name),
      seal(context, id, "sealed", publicKey),
      credentialId,
      signCount,
      textArray(transports),
      now,
      now,
    ],
  );
  return rows.length === 1;
}

export async function noteUseOfPasskey(
  { em, clock }: IdentityContext,
  credentialId: string,
  signCount: number,
): Promise<void> {
  await em.execute(
    "update second_factor set sign_count = greatest(sign_count, ?), used_at = ? where credential_id = ?",
    [signCount, clock.now(), credentialId],
  );
}

/** False: it is not there, or not theirs. */
export async function removeFactor({ em }: IdentityContext, accountId: string, id: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    "delete from second_factor where account_id = ? and id = ? and confirmed_at is not null returning 1 as one",
    [accountId, id],
  );
  return rows.length === 1;
}

/** All that the person enrolled, with the codes for when it is lost. */
export async function removeFactors({ em }: IdentityContext, accountId: string): Promise<void> {
  await em.execute("delete from second_factor where account_id = ?", [accountId]);
  await em.execute("delete from recovery_code where account_id = ?", [accountId]);
  await em.execute("delete from passkey_challenge where account_id = ?", [accountId]);
  await em.execute("delete from session_factor where account_id = ?", [accountId]);
}

type Sealed = "name" | "sealed";

function seal({ keys }: IdentityContext, row: string, column: Sealed, value: string): string {
  return encryptField(keys.ring("field"), value, { table: "second_factor", column, row });
}

function open({ keys }: IdentityContext, row: string, column: Sealed, value: string): string {
  return decryptField(keys.ring("field"), value, { table: "second_factor", column, row });
}
