import { createHash, randomBytes } from "node:crypto";
import type { IdentityContext } from "../context.js";

const lifeMs = 7 * 24 * 60 * 60_000;

/** What a link holds; drawn also where nobody is to be told that no account came of it. */
export function drawActivationSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** From now on this link, and none that was mailed before, activates the account. */
export async function keepActivationLink(
  { em, clock }: IdentityContext,
  accountId: string,
  secret: string,
): Promise<void> {
  const now = clock.now();
  await em.execute("update activation_link set ended_at = ? where account_id = ? and ended_at is null", [
    now,
    accountId,
  ]);
  await em.execute("insert into activation_link (digest, account_id, expires_at) values (?, ?, ?)", [
    digestOf(secret),
    accountId,
    new Date(now.getTime() + lifeMs),
  ]);
}

/** The account that the link activates, while it does. */
export async function accountIdOfActivationLink(
  { em, clock }: IdentityContext,
  secret: string,
): Promise<string | null> {
  const [row] = await em.execute<{ account_id: string }[]>(
    "select account_id from activation_link where digest = ? and ended_at is null and expires_at > ?",
    [digestOf(secret), clock.now()],
  );
  return row?.account_id ?? null;
}

/** Uses the link up; false when another has been faster. */
export async function useActivationLink({ em, clock }: IdentityContext, secret: string): Promise<boolean> {
  const now = clock.now();
  const rows = await em.execute<unknown[]>(
    `update activation_link set ended_at = ? where digest = ? and ended_at is null and expires_at > ?
     returning 1 as one`,
    [now, digestOf(secret), now],
  );
  return rows.length === 1;
}

/** Until when a link activates the account; null: none does. */
export async function activationLinkUntil(
  { em, clock }: IdentityContext,
  accountId: string,
): Promise<Date | null> {
  const [row] = await em.execute<{ until: Date | null }[]>(
    `select max(expires_at) as until from activation_link
     where account_id = ? and ended_at is null and expires_at > ?`,
    [accountId, clock.now()],
  );
  return row?.until ? new Date(row.until) : null;
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
