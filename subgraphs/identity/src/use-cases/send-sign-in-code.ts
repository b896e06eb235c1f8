import { blindIndex } from "@campus-graph/kit/crypto";
import { TooManyAttempts } from "@campus-graph/kit/refusal";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { liveChallenge } from "../persistence/challenges.js";
import type { Context } from "../services.js";
import { sendCode } from "./send-code.js";

/**
 * Mails a code to the login e-mail of an account. For a login that is nobody's it does the same but for the mail, so
 * that nobody learns who has an account.
 */
export async function sendSignInCode(
  context: Context,
  { accountId, nameIndex }: { accountId: string | null; nameIndex: string | null },
): Promise<string> {
  const account = accountId ? await accountById(context, accountId) : null;
  const email = account ? contactsOf(context, account).email : null;
  const { id } = await sendCode(context, {
    purpose: "SIGN_IN",
    targetIndex: targetOf(context, loginOf(accountId, nameIndex)),
    login: loginOf(accountId, nameIndex),
    email,
  });
  return id;
}

/**
 * The same, for one who has just given the right password: where a code is on its way already, that one will do, so
 * that a sign-in begun twice does not have to wait.
 */
export async function sendOrReuseSignInCode(context: Context, accountId: string): Promise<string> {
  try {
    return await sendSignInCode(context, { accountId, nameIndex: null });
  } catch (error) {
    const live =
      error instanceof TooManyAttempts &&
      (await liveChallenge(context, "SIGN_IN", targetOf(context, loginOf(accountId, null))));
    if (!live) throw error;
    return live.id;
  }
}

function loginOf(accountId: string | null, nameIndex: string | null): string {
  return accountId ? `account:${accountId}` : `name:${nameIndex}`;
}

/** A login as asked for from one place: what others ask for elsewhere takes nothing from it. */
function targetOf({ keys, viewer }: Context, login: string): string {
  return `${login}:${blindIndex(keys.ring("code"), `address:${viewer.address}`)}`;
}
