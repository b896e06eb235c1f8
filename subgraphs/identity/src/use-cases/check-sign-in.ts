import { transaction } from "@campus-graph/kit/transaction";
import type { Account } from "../domain/account.js";
import { failedSignIns } from "../domain/limits.js";
import { SignInFailed } from "../domain/refusals.js";
import { readSignInName } from "../domain/sign-in-name.js";
import { accountIdBySignInName, lockAccount } from "../persistence/accounts.js";
import { targetIndex } from "../persistence/sealed-person.js";
import { lockFailures, noteFailure } from "../persistence/sign-in-failures.js";
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

async function compare(
  context: Context,
  { login, password, knownDeviceOf }: SignInAttempt,
): Promise<Account | null> {
  const nameIndex = targetIndex(context.keys, readSignInName(login));
  const accountId = await accountIdBySignInName(context, nameIndex);
  const isKnownDevice = accountId !== null && accountId === knownDeviceOf;
  const bucket = isKnownDevice ? `device:${accountId}` : `name:${accountId ?? nameIndex}`;
  const { strangers, knownDevices, windowMs } = failedSignIns;
  await lockFailures(context, bucket, { limit: isKnownDevice ? knownDevices : strangers, windowMs });
  const account = accountId ? await lockAccount(context, accountId) : null;
  const hash = account?.openingPassword(context.clock.now()) ?? null;
  if (account && (await context.services.passwords.matches(hash, password))) return account;
  if (!account) await context.services.passwords.matches(null, password);
  account?.noteFailure();
  await context.em.flush();
  await noteFailure(context, bucket);
  return null;
}
