import { TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import type { CodeDelivery, Contact } from "../domain/contact.js";
import type { KnownDevice } from "../domain/known-device.js";
import { accountById, contactsOf, isSignInName } from "../persistence/accounts.js";
import { liveChallenge } from "../persistence/challenges.js";
import { targetIndex as indexOf } from "../persistence/sealed-person.js";
import { countCode, isWithin, sendCode } from "./send-code.js";

export interface NamedLogin {
  /** Null: the name is nobody's. */
  accountId: string | null;
  /** The name that was typed, as its index; null where its right password was given too. */
  nameIndex: string | null;
  /** What this browser signed in to before, if it can show so. */
  knownDevice: KnownDevice | null;
  by: CodeDelivery;
}

/**
 * Sends a code to the login e-mail of an account, or to the mobile number that signs it in. For a login that is nobody's it does the same but for the message, so
 * that nobody learns who has an account. Limits are told by the name that was typed; what all names of an account have
 * used up together shows only in that none comes, or one name's limit would show whose the other is.
 */
export async function sendSignInCode(context: IdentityContext, login: NamedLogin): Promise<string> {
  const { nameIndex, by } = login;
  const name = nameIndex === null ? loginOf(login) : `name:${nameIndex}`;
  const targetIndex = loginOf(login);
  const knownAs = knownAsOf(login);
  const isKnown = await countCode(context, { purpose: "SIGN_IN", by, name, targetIndex, knownAs });
  const isSent =
    (await isWithin(context, context.services.codeLimits[by].SIGN_IN.account, targetIndex)) || isKnown;
  const target = login.accountId && isSent ? await targetOf(context, login.accountId, by) : null;
  const { id } = await sendCode(
    context,
    { purpose: "SIGN_IN", targetIndex, by, target },
    login.accountId ?? undefined,
  );
  return id;
}

/** Null where the account has no such way, which nobody is told: a number counts once a code was shown that went there. */
async function targetOf(
  context: IdentityContext,
  accountId: string,
  by: CodeDelivery,
): Promise<Contact["target"] | null> {
  const account = await accountById(context, accountId);
  if (!account) return null;
  const { email, mobile } = contactsOf(context, account);
  if (by === "EMAIL") return email;
  if (!mobile || !(await isSignInName(context, accountId, mobile))) return null;
  const { number } = context.services.smsLimits;
  return (await isWithin(context, number, indexOf(context.keys, mobile))) ? mobile : null;
}

/**
 * The same, for one who has just given the right password: where a code is on its way already, that one will do, so
 * that a sign-in begun twice does not have to wait.
 */
export async function sendOrReuseSignInCode(context: IdentityContext, accountId: string): Promise<string> {
  const login = { accountId, nameIndex: null, knownDevice: null, by: "EMAIL" } as const;
  try {
    return await sendSignInCode(context, login);
  } catch (error) {
    const live =
      error instanceof TooManyAttempts && (await liveChallenge(context, "SIGN_IN", loginOf(login)));
    if (!live) throw error;
    return live.id;
  }
}

function knownAsOf({ accountId, nameIndex, knownDevice }: NamedLogin): string | null {
  if (nameIndex === null) return "its password";
  return accountId !== null && knownDevice?.accountId === accountId ? `device ${knownDevice.id}` : null;
}

function loginOf({ accountId, nameIndex }: Pick<NamedLogin, "accountId" | "nameIndex">): string {
  return accountId ? `account:${accountId}` : `name:${nameIndex}`;
}
