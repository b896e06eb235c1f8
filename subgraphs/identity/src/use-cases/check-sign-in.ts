import { TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import type { KnownDevice } from "../domain/known-device.js";
import { failedSignIns } from "../domain/limits.js";
import { AccountIsDisabled, SignInFailed } from "../domain/refusals.js";
import { readSignInName } from "../domain/sign-in-name.js";
import { accountIdBySignInName, lockAccount } from "../persistence/accounts.js";
import { targetIndex } from "../persistence/sealed-person.js";
import { type Attempting, noteAttempt } from "../persistence/sign-in-attempts.js";
import { lockFailures, noteFailures } from "../persistence/sign-in-failures.js";

export interface SignInAttempt {
  login: string;
  password: string;
  /** What this browser signed in to before, if it can show so. */
  knownDevice: KnownDevice | null;
  attempting: Attempting;
}

/**
 * Whose login and password these are. An unknown login takes the same way as a known one: same limits, same time,
 * same answer. That an account is disabled is told to who knows its password.
 */
export async function checkSignIn(context: IdentityContext, attempt: SignInAttempt): Promise<Account> {
  const account = await transaction(context, (context) => compare(context, attempt));
  if (!account) throw new SignInFailed();
  if (account.isDisabled) throw new AccountIsDisabled();
  return account;
}

/**
 * Failures count by the name that was typed and by the account. A name's limit is told; an account's is answered as a
 * wrong password, without a comparison: else a locked e-mail would show which mobile number is the same account's.
 */
async function compare(
  context: IdentityContext,
  { login, password, knownDevice, attempting }: SignInAttempt,
): Promise<Account | null> {
  const nameIndex = targetIndex(context.keys, readSignInName(login));
  const accountId = await accountIdBySignInName(context, nameIndex);
  const ofDevice = knownDevice?.accountId === accountId ? await roomOfDevice(context, knownDevice) : null;
  const { buckets, isOpen } = ofDevice ?? (await roomOfStrangers(context, nameIndex, accountId));
  const account = accountId ? await lockAccount(context, accountId) : null;
  const hash = isOpen ? (account?.openingPassword(context.clock.now()) ?? null) : null;
  if ((await context.services.passwords.matches(hash, password)) && account) return account;
  if (isOpen) account?.noteFailure();
  await context.em.flush();
  await noteFailures(context, buckets);
  await noteAttempt(context, accountId, false, attempting);
  return null;
}

/** Where a failure is to be counted, and whether the password is to be compared at all. */
interface Room {
  buckets: readonly string[];
  isOpen: boolean;
}

/** What a device that is known to the account has of its own; null when that is used up, and it counts among strangers. */
async function roomOfDevice(context: IdentityContext, { accountId, id }: KnownDevice): Promise<Room | null> {
  const { device, devices, windowMs } = failedSignIns;
  const buckets = [`device:${accountId}:${id}`, `device:${accountId}`] as const;
  const isFull =
    (await lockFailures(context, buckets[0], { limit: device, windowMs })) > 0 ||
    (await lockFailures(context, buckets[1], { limit: devices, windowMs })) > 0;
  return isFull ? null : { buckets, isOpen: true };
}

async function roomOfStrangers(
  context: IdentityContext,
  nameIndex: string,
  accountId: string | null,
): Promise<Room> {
  const rule = { limit: failedSignIns.unknownDevices, windowMs: failedSignIns.windowMs };
  const buckets = [`name:${nameIndex}`, `account:${accountId ?? nameIndex}`] as const;
  const fullForMs = await lockFailures(context, buckets[0], rule);
  if (fullForMs > 0) throw new TooManyAttempts({ retryAfterSeconds: Math.ceil(fullForMs / 1_000) });
  return { buckets, isOpen: (await lockFailures(context, buckets[1], rule)) === 0 };
}
