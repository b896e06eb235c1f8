import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import type { KnownDevice } from "../domain/known-device.js";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { liveChallenge } from "../persistence/challenges.js";
import { countCode, sendCode } from "./send-code.js";

export interface NamedLogin {
  /** Null: the name is nobody's. */
  accountId: string | null;
  /** The name that was typed, as its index; null where its right password was given too. */
  nameIndex: string | null;
  /** What this browser signed in to before, if it can show so. */
  knownDevice: KnownDevice | null;
}

/**
 * Mails a code to the login e-mail of an account. For a login that is nobody's it does the same but for the mail, so
 * that nobody learns who has an account. Limits are told by the name that was typed; what all names of an account have
 * used up together shows only in that no mail comes, or one name's limit would show whose the other is.
 */
export async function sendSignInCode(context: IdentityContext, login: NamedLogin): Promise<string> {
  const { nameIndex } = login;
  const name = nameIndex === null ? loginOf(login) : `name:${nameIndex}`;
  const targetIndex = loginOf(login);
  const knownAs = knownAsOf(login);
  const isKnown = await countCode(context, { purpose: "SIGN_IN", name, targetIndex, knownAs });
  const isMailed = (await hasRoom(context, targetIndex)) || isKnown;
  const account = login.accountId && isMailed ? await accountById(context, login.accountId) : null;
  const email = account && contactsOf(context, account).email;
  const { id } = await sendCode(context, { purpose: "SIGN_IN", targetIndex, email });
  return id;
}

/**
 * The same, for one who has just given the right password: where a code is on its way already, that one will do, so
 * that a sign-in begun twice does not have to wait.
 */
export async function sendOrReuseSignInCode(context: IdentityContext, accountId: string): Promise<string> {
  const login = { accountId, nameIndex: null, knownDevice: null };
  try {
    return await sendSignInCode(context, login);
  } catch (error) {
    const live =
      error instanceof TooManyAttempts && (await liveChallenge(context, "SIGN_IN", loginOf(login)));
    if (!live) throw error;
    return live.id;
  }
}

async function hasRoom(context: IdentityContext, login: string): Promise<boolean> {
  try {
    await countAttempt(context, context.services.codeLimits.SIGN_IN.account, login);
    return true;
  } catch (error) {
    if (error instanceof TooManyAttempts) return false;
    throw error;
  }
}

function knownAsOf({ accountId, nameIndex, knownDevice }: NamedLogin): string | null {
  if (nameIndex === null) return "its password";
  return accountId !== null && knownDevice?.accountId === accountId ? `device ${knownDevice.id}` : null;
}

function loginOf({ accountId, nameIndex }: Pick<NamedLogin, "accountId" | "nameIndex">): string {
  return accountId ? `account:${accountId}` : `name:${nameIndex}`;
}
