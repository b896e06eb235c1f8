import { TooManyAttempts } from "@campus-graph/kit/refusal";
import { transaction } from "@campus-graph/kit/transaction";
import type { Account } from "../domain/account.js";
import { failedSignIns } from "../domain/limits.js";
import { SignInFailed } from "../domain/refusals.js";
import { readSignInName } from "../domain/sign-in-name.js";
import { accountIdBySignInName, lockAccount } from "../persistence/accounts.js";
import { targetIndex } from "../persistence/sealed-person.js";
import { lockFailures, noteFailures } from "../persistence/sign-in-failures.js";
import type { Context } from "../services.js";

export interface SignInAttempt {
  login: string;
  password: string;
  /** The account that this browser signed in to before, if it can show so. */
  knownDeviceOf: string | null;
}

/**
 * Whose login and password these are. An unknown login takes the same way as a known one: same limits, same time,
 * same answer.
 */
export async function checkSignIn(context: Context, attempt: SignInAttempt): Promise<Account> {
  const account = await transaction(context, (context) => compare(context, attempt));
  if (!account) throw new SignInFailed();
  return account;
}

/**
 * Failures count by the name that was typed and by the account. A name's limit is told; an account's is answered as a
 * wrong password, without a comparison: else a locked e-mail would show which mobile number is the same account's.
 */
async function compare(
  context: Context,
  { login, password, knownDeviceOf }: SignInAttempt,
): Promise<Account | null> {
  const nameIndex = targetIndex(context.keys, readSignInName(login));
  const accountId = await accountIdBySignInName(context, nameIndex);
  const isKnownDevice = accountId !== null && accountId === knownDeviceOf;
  const { strangers, knownDevices, windowMs } = failedSignIns;
  const rule = { limit: isKnownDevice ? knownDevices : strangers, windowMs };
  const named = isKnownDevice ? `device:${accountId}` : `name:${nameIndex}`;
  const whole = isKnownDevice ? named : `account:${accountId ?? nameIndex}`;
  const fullForMs = await lockFailures(context, named, rule);
  if (fullForMs > 0) throw new TooManyAttempts({ retryAfterSeconds: Math.ceil(fullForMs / 1_000) });
  const isOpen = (await lockFailures(context, whole, rule)) === 0;
  const account = accountId ? await lockAccount(context, accountId) : null;
  const hash = isOpen ? (account?.openingPassword(context.clock.now()) ?? null) : null;
  if ((await context.services.passwords.matches(hash, password)) && account) return account;
  if (isOpen) account?.noteFailure();
  await context.em.flush();
  await noteFailures(context, new Set([named, whole]));
  return null;
}
