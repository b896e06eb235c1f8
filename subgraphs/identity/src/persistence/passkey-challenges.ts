import type { IdentityContext } from "../context.js";

/** What a passkey was asked: to be enrolled, or to show who is there. */
export type PasskeyPurpose = "ENROL" | "GIVE";

const lifeMs = 5 * 60_000;

export async function keepChallenge(
  { em, clock }: IdentityContext,
  { challenge, accountId, purpose }: { challenge: string; accountId: string; purpose: PasskeyPurpose },
): Promise<void> {
  await em.execute(
    "insert into passkey_challenge (challenge, account_id, purpose, expires_at) values (?, ?, ?, ?)",
    [challenge, accountId, purpose, new Date(clock.now().getTime() + lifeMs)],
  );
}

/** A question is answered once; false: it was, or was never put to this account, or too long ago. */
export async function useChallenge(
  { em, clock }: IdentityContext,
  { challenge, accountId, purpose }: { challenge: string; accountId: string; purpose: PasskeyPurpose },
): Promise<boolean> {
  const rows = await em.execute<{ expires_at: Date }[]>(
    "delete from passkey_challenge where challenge = ? and account_id = ? and purpose = ? returning expires_at",
    [challenge, accountId, purpose],
  );
  return rows.length === 1 && new Date(rows[0]!.expires_at) > clock.now();
}
