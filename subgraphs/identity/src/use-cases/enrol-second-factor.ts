import { countAttempt, forgetAttempts } from "@campus-graph/kit/auth/attempts";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { authenticatorUri, drawAuthenticatorSecret, stepOfCode } from "../authenticator-codes.js";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { secondFactorLimits } from "../domain/limits.js";
import { drawRecoveryCodes } from "../domain/recovery-code.js";
import { PasskeyNotEnrolled, SecondFactorNotBegun, WrongSecondFactor } from "../domain/refusals.js";
import { type GivenFactor, longestFactorName } from "../domain/second-factor.js";
import { readCode } from "../domain/verification-code.js";
import { readAnswer } from "../passkeys.js";
import { contactsOf, lockAccount } from "../persistence/accounts.js";
import { useChallenge } from "../persistence/passkey-challenges.js";
import { keepRecoveryCodes } from "../persistence/recovery-codes.js";
import {
  authenticatorOf,
  beginAuthenticator,
  confirmAuthenticator,
  hasEnrolled,
  keepPasskey,
} from "../persistence/second-factors.js";
import { writeOfSecondFactor } from "./write-of-second-factor.js";

/** What an authenticator app is told: by a picture of `uri`, or `secret` typed. */
export interface AuthenticatorEnrolment {
  secret: string;
  uri: string;
}

/** A secret that counts for nothing until a code of it was shown. Begun again it is the same, so that a page can be reloaded. */
export async function beginEnrolment(
  context: IdentityContext,
  account: Account,
): Promise<AuthenticatorEnrolment> {
  const drawn = drawAuthenticatorSecret();
  await beginAuthenticator(context, account.id, drawn);
  const begun = await authenticatorOf(context, account.id, { isConfirmed: false });
  const secret = begun?.secret ?? drawn;
  const { email } = contactsOf(context, account);
  return { secret, uri: authenticatorUri(secret, email, context.services.signature.service["zh-TW"]) };
}

/** What a person has from now on: a second factor that was given just now and, with their first, codes for when it is lost. */
export interface Enrolled {
  given: GivenFactor;
  /** Shown once; null where they have theirs already. */
  recoveryCodes: readonly string[] | null;
}

/** The app shows what it should: it is the account's from now on, and its predecessor no longer. */
export async function confirmEnrolment(
  context: IdentityContext,
  accountId: string,
  typed: string,
): Promise<Enrolled> {
  for (const limit of secondFactorLimits) await countAttempt(context, limit, `enrol ${accountId}`);
  const begun = await authenticatorOf(context, accountId, { isConfirmed: false });
  if (!begun) throw new SecondFactorNotBegun();
  const step = stepOfCode(begun.secret, readCode(typed), context.clock.now());
  if (step === null) throw new WrongSecondFactor();
  for (const { scope } of secondFactorLimits) await forgetAttempts(context, scope, `enrol ${accountId}`);
  return transaction(context, async (context) => {
    const recoveryCodes = await firstCodes(context, accountId);
    await confirmAuthenticator(context, accountId, { id: begun.id, step });
    await noteEnrolment(context, accountId, "AUTHENTICATOR");
    return { given: { method: "AUTHENTICATOR", givenAt: context.clock.now() }, recoveryCodes };
  });
}

/** A new passkey, by what the browser answered to the question that was put to it. */
export async function enrolPasskey(
  context: IdentityContext,
  accountId: string,
  { answer: given, name }: { answer: unknown; name: string },
): Promise<Enrolled> {
  const answer = readAnswer(given);
  if (!answer || !(await useChallenge(context, { ...answer, accountId, purpose: "ENROL" })))
    throw new PasskeyNotEnrolled();
  const passkey = await context.services.passkeys.checkRegistration(given, answer.challenge);
  if (!passkey) throw new PasskeyNotEnrolled();
  return transaction(context, async (context) => {
    const recoveryCodes = await firstCodes(context, accountId);
    if (!(await keepPasskey(context, accountId, { ...passkey, name: factorName(name) })))
      throw new PasskeyNotEnrolled();
    await noteEnrolment(context, accountId, "PASSKEY");
    return { given: { method: "PASSKEY", givenAt: context.clock.now() }, recoveryCodes };
  });
}

/** With the account's row locked, so that two firsts at once are not two sets of codes. */
async function firstCodes(context: IdentityContext, accountId: string): Promise<readonly string[] | null> {
  await lockAccount(context, accountId);
  if (await hasEnrolled(context, accountId)) return null;
  return drawCodesFor(context, accountId);
}

/** Ten new codes in place of those before. Runs within the caller's transaction. */
export async function drawCodesFor(context: IdentityContext, accountId: string): Promise<readonly string[]> {
  const codes = drawRecoveryCodes();
  await keepRecoveryCodes(context, accountId, codes.map(readCode));
  return codes;
}

async function noteEnrolment(context: IdentityContext, accountId: string, kind: string): Promise<void> {
  await recordAudit(context, {
    act: "enrol-second-factor",
    object: `account:${accountId}`,
    detail: { kind },
  });
  await writeOfSecondFactor(context, accountId, "ADDED");
}

function factorName(typed: string): string {
  return typed.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, longestFactorName);
}
