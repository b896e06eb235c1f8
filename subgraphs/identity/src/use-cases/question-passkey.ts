import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { passkeyQuestionLimit } from "../domain/limits.js";
import { mostPasskeys } from "../domain/second-factor.js";
import { contactsOf } from "../persistence/accounts.js";
import { keepChallenge } from "../persistence/passkey-challenges.js";
import { passkeysOf } from "../persistence/second-factors.js";

/** What a browser is to ask one of the account's passkeys; null where there is none that could answer here. */
export async function questionPasskey(context: IdentityContext, accountId: string): Promise<object | null> {
  const { passkeys } = context.services;
  const known = passkeys.isOffered ? await passkeysOf(context, accountId) : [];
  if (known.length === 0 || !(await mayAsk(context, accountId))) return null;
  const options = await passkeys.authentication(known);
  await keepChallenge(context, { challenge: options.challenge, accountId, purpose: "GIVE" });
  return options;
}

/** What a browser is to ask for a new passkey; null where none can be made, or there are enough. */
export async function questionNewPasskey(context: IdentityContext, account: Account): Promise<object | null> {
  const { passkeys } = context.services;
  const known = passkeys.isOffered ? await passkeysOf(context, account.id) : [];
  if (!passkeys.isOffered || known.length >= mostPasskeys || !(await mayAsk(context, account.id)))
    return null;
  const { name, email } = contactsOf(context, account);
  const options = await passkeys.registration({ accountId: account.id, login: email, name }, known);
  await keepChallenge(context, { challenge: options.challenge, accountId: account.id, purpose: "ENROL" });
  return options;
}

/** Beyond the limit a page offers codes alone. */
async function mayAsk(context: IdentityContext, accountId: string): Promise<boolean> {
  try {
    await countAttempt(context, passkeyQuestionLimit, accountId);
    return true;
  } catch (error) {
    if (error instanceof TooManyAttempts) return false;
    throw error;
  }
}
