import { countAttempt, forgetAttempts } from "@campus-graph/kit/auth/attempts";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { stepOfCode } from "../authenticator-codes.js";
import type { IdentityContext } from "../context.js";
import { passkeyLimit, secondFactorLimits } from "../domain/limits.js";
import { isRecoveryCode } from "../domain/recovery-code.js";
import { WrongSecondFactor } from "../domain/refusals.js";
import type { FactorMethod, GivenFactor } from "../domain/second-factor.js";
import { readCode } from "../domain/verification-code.js";
import { readAnswer } from "../passkeys.js";
import { useChallenge } from "../persistence/passkey-challenges.js";
import { useRecoveryCode } from "../persistence/recovery-codes.js";
import { authenticatorOf, noteUseOfPasskey, passkeysOf, useStep } from "../persistence/second-factors.js";
import { writeOfSecondFactor } from "./write-of-second-factor.js";

/** What a person typed, or what their browser answered for a passkey. */
export type ShownFactor = { code: string } | { passkey: unknown };

/**
 * Whether this is the account's second factor. A try is counted before anything is compared, and whatever was wrong is
 * answered alike. A code counts once, in whichever session.
 */
export async function giveSecondFactor(
  context: IdentityContext,
  accountId: string,
  shown: ShownFactor,
): Promise<GivenFactor> {
  const method = await ("code" in shown
    ? byCode(context, accountId, readCode(shown.code))
    : byPasskey(context, accountId, shown.passkey));
  if (method === null) throw new WrongSecondFactor();
  return { method, givenAt: context.clock.now() };
}

async function byCode(
  context: IdentityContext,
  accountId: string,
  code: string,
): Promise<FactorMethod | null> {
  for (const limit of secondFactorLimits) await countAttempt(context, limit, accountId);
  const method = isRecoveryCode(code)
    ? await byRecoveryCode(context, accountId, code)
    : await byAuthenticator(context, accountId, code);
  if (method !== null)
    for (const { scope } of secondFactorLimits) await forgetAttempts(context, scope, accountId);
  return method;
}

async function byAuthenticator(
  context: IdentityContext,
  accountId: string,
  code: string,
): Promise<FactorMethod | null> {
  const authenticator = await authenticatorOf(context, accountId, { isConfirmed: true });
  const step = authenticator && stepOfCode(authenticator.secret, code, context.clock.now());
  if (!authenticator || step === null) return null;
  return (await useStep(context, { id: authenticator.id, step })) ? "AUTHENTICATOR" : null;
}

/** Its owner is told: somebody has their list. */
function byRecoveryCode(
  context: IdentityContext,
  accountId: string,
  code: string,
): Promise<FactorMethod | null> {
  return transaction(context, async (context) => {
    if (!(await useRecoveryCode(context, accountId, code))) return null;
    await recordAudit(context, { act: "use-recovery-code", object: `account:${accountId}` });
    await writeOfSecondFactor(context, accountId, "RECOVERY_CODE_USED");
    return "RECOVERY_CODE";
  });
}

async function byPasskey(
  context: IdentityContext,
  accountId: string,
  given: unknown,
): Promise<FactorMethod | null> {
  await countAttempt(context, passkeyLimit, accountId);
  const answer = readAnswer(given);
  if (!answer || !(await useChallenge(context, { ...answer, accountId, purpose: "GIVE" }))) return null;
  const known = await passkeysOf(context, accountId);
  const credential = known.find(({ credentialId }) => credentialId === answer.credentialId);
  if (!credential) return null;
  const count = await context.services.passkeys.checkAuthentication(given, answer.challenge, credential);
  if (count === null) return null;
  await noteUseOfPasskey(context, credential.credentialId, count);
  await forgetAttempts(context, passkeyLimit.scope, accountId);
  return "PASSKEY";
}
