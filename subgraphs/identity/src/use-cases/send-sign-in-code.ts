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
    targetIndex: targetOf(accountId, nameIndex),
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
      (await liveChallenge(context, "SIGN_IN", targetOf(accountId, null)));
    if (!live) throw error;
    return live.id;
  }
}

function targetOf(accountId: string | null, nameIndex: string | null): string {
  return accountId ? `account:${accountId}` : `name:${nameIndex}`;
}
