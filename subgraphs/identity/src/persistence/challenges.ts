import { timingSafeEqual } from "node:crypto";
import { blindIndex, decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import { isId } from "@campus-graph/kit/sql/id";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { IdentityContext } from "../context.js";
import type { CodeDelivery, Contact } from "../domain/contact.js";
import type { CodePurpose } from "../domain/limits.js";
import { ExpiredCode, WrongCode } from "../domain/refusals.js";
import { VerificationChallenge } from "../domain/verification-challenge.js";
import { codeLifeMs, readCode, triesPerCode } from "../domain/verification-code.js";
import { clearBounced } from "./bounced-addresses.js";

export interface NewChallenge {
  purpose: CodePurpose;
  /** Whose codes these are: one that is used kills the rest. */
  targetIndex: string;
  /** How the code goes there. */
  by: CodeDelivery;
  /** Where the code goes; null when nobody is there to send it to, which nobody may notice. */
  target: Contact["target"] | null;
}

export interface Challenge {
  id: string;
  expiresAt: Date;
}

/** Writes a new code down, as its HMAC, beside those that were sent before. */
export async function openChallenge(
  context: IdentityContext,
  { purpose, targetIndex, by, target }: NewChallenge,
  code: string,
): Promise<Challenge> {
  const now = context.clock.now();
  const id = context.newId();
  const expiresAt = new Date(now.getTime() + codeLifeMs[by]);
  const challenge = new VerificationChallenge({
    id,
    purpose,
    targetIndex,
    by,
    target: target && encryptField(context.keys.ring("field"), target, placeOf(id)),
    codeDigest: digest(context, id, code),
    sentAt: now,
    expiresAt,
    askedFrom: networkIndex(context),
  });
  await context.em.persist(challenge).flush();
  return { id, expiresAt };
}

/** The newest mailed code that still can be used for a target and was asked for from here, if there is one. */
export async function liveChallenge(
  context: IdentityContext,
  purpose: CodePurpose,
  targetIndex: string,
): Promise<Challenge | null> {
  return context.em.findOne(
    VerificationChallenge,
    {
      targetIndex,
      purpose,
      by: "EMAIL",
      askedFrom: networkIndex(context),
      target: { $ne: null },
      usedAt: null,
      supersededAt: null,
      tries: { $lt: triesPerCode },
      expiresAt: { $gt: context.clock.now() },
    },
    { orderBy: { sentAt: "desc", id: "desc" } },
  );
}

/** Whether a code that was asked for from this network has been shown, as far back as codes are remembered. */
export async function wasShownFromHere(
  context: IdentityContext,
  purpose: CodePurpose,
  targetIndex: string,
): Promise<boolean> {
  const shown = { targetIndex, purpose, askedFrom: networkIndex(context), usedAt: { $ne: null } };
  return (await context.em.findOne(VerificationChallenge, shown, { fields: ["id"] })) !== null;
}

interface SpentTry {
  code_digest: string;
  expires_at: Date;
  by: CodeDelivery;
  target: string | null;
  target_index: string;
}

/**
 * Compares a code, once it has cost one of the challenge's five tries. The try is one atomic statement, committed
 * before the comparison: a thousand aliases, from however many addresses, get five comparisons. Of several right
 * answers at once, one uses the code up.
 */
export async function useCode(
  context: IdentityContext,
  { purpose, challengeId, typed }: { purpose: CodePurpose; challengeId: string; typed: string },
): Promise<Contact | null> {
  if (!isId(challengeId)) throw new WrongCode();
  const now = context.clock.now();
  const em = context.em.fork();
  const [spent] = await em.execute<SpentTry[]>(
    `update verification_challenge set tries = tries + 1
     where id = ? and purpose = ? and tries < ? and used_at is null and superseded_at is null
     returning code_digest, expires_at, by, target, target_index`,
    [challengeId, purpose, triesPerCode],
  );
  const given = Buffer.from(digest(context, challengeId, readCode(typed)));
  if (!spent) throw new WrongCode();
  if (now >= new Date(spent.expires_at)) throw new ExpiredCode();
  if (!timingSafeEqual(given, Buffer.from(spent.code_digest))) throw new WrongCode();
  if (!(await useUp(em, { id: challengeId, purpose, targetIndex: spent.target_index }, now)))
    throw new WrongCode();
  if (!spent.target) return null;
  const target = decryptField(context.keys.ring("field"), spent.target, placeOf(challengeId));
  if (spent.by === "EMAIL") await clearBounced(context, target as EmailAddress, { isShown: true });
  return { by: spent.by, target } as Contact;
}

/** Of the right codes to one target that come at once, one is used; the others die with it, and so answer as wrong ones. */
function useUp(
  em: EntityManager,
  { id, purpose, targetIndex }: { id: string; purpose: CodePurpose; targetIndex: string },
  now: Date,
): Promise<boolean> {
  return em.transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`codes of ${targetIndex}`]);
    const used = await em.execute<unknown[]>(
      "update verification_challenge set used_at = ? where id = ? and used_at is null and superseded_at is null returning 1 as one",
      [now, id],
    );
    if (used.length === 0) return false;
    await em.execute(
      `update verification_challenge set superseded_at = ?
       where target_index = ? and purpose = ? and used_at is null and superseded_at is null`,
      [now, targetIndex, purpose],
    );
    return true;
  });
}

/** The network that asks, in a form that tells nobody where it is. */
function networkIndex({ keys, viewer }: IdentityContext): string {
  return blindIndex(keys.ring("code"), `address:${viewer.address}`);
}

function digest(context: IdentityContext, challengeId: string, code: string): string {
  return blindIndex(context.keys.ring("code"), `${challengeId}:${code}`);
}

function placeOf(row: string) {
  return { table: "verification_challenge", column: "target", row };
}
