import { createHmac } from "node:crypto";
import { textArray } from "@campus-graph/kit/auth/visibility";
import type { IdentityContext } from "../context.js";

/** In place of those before, of which none counts any more. They stand here as HMACs. */
export async function keepRecoveryCodes(
  { em, keys }: IdentityContext,
  accountId: string,
  codes: readonly string[],
): Promise<void> {
  const ring = keys.ring("code");
  await em.execute("delete from recovery_code where account_id = ?", [accountId]);
  await em.execute("insert into recovery_code (account_id, digest) select ?, unnest(?::text[])", [
    accountId,
    textArray(codes.map((code) => digest(ring.keys[ring.current]!, accountId, code))),
  ]);
}

/** False: it is none of theirs, or was used. Whichever key of the ring it was kept under. */
export async function useRecoveryCode(
  { em, keys, clock }: IdentityContext,
  accountId: string,
  code: string,
): Promise<boolean> {
  const digests = Object.values(keys.ring("code").keys).map((key) => digest(key, accountId, code));
  const rows = await em.execute<unknown[]>(
    `update recovery_code set used_at = ?
     where account_id = ? and digest = any(?::text[]) and used_at is null returning 1 as one`,
    [clock.now(), accountId, textArray(digests)],
  );
  return rows.length === 1;
}

export async function recoveryCodesLeft({ em }: IdentityContext, accountId: string): Promise<number> {
  const [row] = await em.execute<[{ left: number }]>(
    `select count(*)::int as "left" from recovery_code where account_id = ? and used_at is null`,
    [accountId],
  );
  return row.left;
}

function digest(key: Buffer, accountId: string, code: string): string {
  return createHmac("sha256", key).update(`recovery:${accountId}:${code}`).digest("base64url");
}
