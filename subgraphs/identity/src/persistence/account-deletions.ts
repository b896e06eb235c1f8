import { createHash, randomBytes } from "node:crypto";
import type { IdentityContext } from "../context.js";
import { type AccountDeletion, undoDeletionMs } from "../domain/account-deletion.js";

/** Written down, with the secret that undoes it. */
export async function keepDeletion(
  { em, clock }: IdentityContext,
  accountId: string,
): Promise<AccountDeletion & { secret: string }> {
  const requestedAt = clock.now();
  const destroysAt = new Date(requestedAt.getTime() + undoDeletionMs);
  const secret = randomBytes(32).toString("base64url");
  await em.execute(
    `insert into account_deletion (account_id, requested_at, destroys_at, undo_digest) values (?, ?, ?, ?)`,
    [accountId, requestedAt, destroysAt, digestOf(secret)],
  );
  return { requestedAt, destroysAt, secret };
}

/** Whose deletion the link's secret undoes, while it does. */
export async function deletionToUndo(
  { em, clock }: IdentityContext,
  secret: string,
): Promise<{ accountId: string } | null> {
  const [row] = await em.execute<{ account_id: string }[]>(
    "select account_id from account_deletion where undo_digest = ? and destroys_at > ?",
    [digestOf(secret), clock.now()],
  );
  return row ? { accountId: row.account_id } : null;
}

export async function forgetDeletion({ em }: IdentityContext, accountId: string): Promise<void> {
  await em.execute("delete from account_deletion where account_id = ?", [accountId]);
}

/** Accounts whose time is over, with their rows locked; those that another copy is at are passed over. */
export async function dueDeletions({ em, clock }: IdentityContext, most: number): Promise<string[]> {
  const rows = await em.execute<{ account_id: string }[]>(
    `select account_id from account_deletion where destroyed_at is null and destroys_at <= ?
     order by destroys_at, account_id limit ? for update skip locked`,
    [clock.now(), most],
  );
  return rows.map(({ account_id }) => account_id);
}

export async function noteDestroyed({ em, clock }: IdentityContext, accountId: string): Promise<void> {
  await em.execute("update account_deletion set destroyed_at = ?, undo_digest = null where account_id = ?", [
    clock.now(),
    accountId,
  ]);
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
