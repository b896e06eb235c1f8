import { timingSafeEqual } from "node:crypto";
import { blindIndex, decryptField, encryptField } from "@campus-graph/kit/crypto";
import { isId } from "@campus-graph/kit/id";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { ExpiredCode, WrongCode } from "../domain/refusals.js";
import { codeLifeMs, readCode, triesPerCode } from "../domain/verification-code.js";
import type { Context } from "../services.js";

export type CodePurpose = "APPLICATION" | "SIGN_IN";

export interface NewChallenge {
  purpose: CodePurpose;
  /** What one newer code makes the older ones of die. */
  targetIndex: string;
  /** Where the code goes; null when nobody is there to send it to, which nobody may notice. */
  email: EmailAddress | null;
}

export interface Challenge {
  id: string;
  expiresAt: Date;
}

/** Writes a new code down, as its HMAC, and lets the older ones to the same target die. */
export async function openChallenge(
  context: Context,
  { purpose, targetIndex, email }: NewChallenge,
  code: string,
): Promise<Challenge> {
  const now = context.clock.now();
  const id = context.newId();
  const expiresAt = new Date(now.getTime() + codeLifeMs);
  await context.em.execute(
    `update verification_challenge set superseded_at = ?
     where target_index = ? and purpose = ? and used_at is null and superseded_at is null`,
    [now, targetIndex, purpose],
  );
  await context.em.execute(
    `insert into verification_challenge (id, purpose, target_index, target, code_digest, sent_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      purpose,
      targetIndex,
      email && encryptField(context.keys.ring("field"), email, placeOf(id)),
      digest(context, id, code),
      now,
      expiresAt,
    ],
  );
  return { id, expiresAt };
}

/** The code that still can be used for a target, if there is one. */
export async function liveChallenge(
  context: Context,
  purpose: CodePurpose,
  targetIndex: string,
): Promise<Challenge | null> {
  const [row] = await context.em.execute<{ id: string; expires_at: Date }[]>(
    `select id, expires_at from verification_challenge
     where target_index = ? and purpose = ? and used_at is null and superseded_at is null and tries < ? and expires_at > ?`,
    [targetIndex, purpose, triesPerCode, context.clock.now()],
  );
  return row ? { id: row.id, expiresAt: new Date(row.expires_at) } : null;
}

interface SpentTry {
  code_digest: string;
  expires_at: Date;
  target: string | null;
}

/**
 * Compares a code, once it has cost one of the challenge's five tries. The try is one atomic statement, committed
 * before the comparison: a thousand aliases, from however many addresses, get five comparisons. Of several right
 * answers at once, one uses the code up.
 */
export async function useCode(
  context: Context,
  { purpose, challengeId, typed }: { purpose: CodePurpose; challengeId: string; typed: string },
): Promise<EmailAddress | null> {
  if (!isId(challengeId)) throw new WrongCode();
  const now = context.clock.now();
  const em = context.em.fork();
  const [spent] = await em.execute<SpentTry[]>(
    `update verification_challenge set tries = tries + 1
     where id = ? and purpose = ? and tries < ? and used_at is null and superseded_at is null
     returning code_digest, expires_at, target`,
    [challengeId, purpose, triesPerCode],
  );
  const given = Buffer.from(digest(context, challengeId, readCode(typed)));
  if (!spent) throw new WrongCode();
  if (now >= new Date(spent.expires_at)) throw new ExpiredCode();
  if (!timingSafeEqual(given, Buffer.from(spent.code_digest))) throw new WrongCode();
  const won = await em.execute<unknown[]>(
    "update verification_challenge set used_at = ? where id = ? and used_at is null and superseded_at is null returning 1 as one",
    [now, challengeId],
  );
  if (won.length === 0) throw new WrongCode();
  return spent.target
    ? (decryptField(context.keys.ring("field"), spent.target, placeOf(challengeId)) as EmailAddress)
    : null;
}

function digest(context: Context, challengeId: string, code: string): string {
  return blindIndex(context.keys.ring("code"), `${challengeId}:${code}`);
}

function placeOf(row: string) {
  return { table: "verification_challenge", column: "target", row };
}
