import type { IdentityContext } from "../context.js";
import { queueMail } from "../mail/queue-mail.js";
import { type SecondFactorOccasion, secondFactorLetter } from "../mail/second-factor-letter.js";
import { accountById, contactsOf } from "../persistence/accounts.js";

/** Tells the account's owner what became of their second factor: if it was not they, they learn of it. */
export async function writeOfSecondFactor(
  context: IdentityContext,
  accountId: string,
  occasion: SecondFactorOccasion,
): Promise<void> {
  const account = await accountById(context, accountId);
  if (!account) return;
  const { email, name } = contactsOf(context, account);
  const { signInUrl, signature } = context.services;
  const at = context.clock.now();
  const letter = secondFactorLetter({ to: email, name, occasion, at, signInUrl }, signature);
  await queueMail(context, {
    kind: "second-factor",
    dedupe: `second-factor:${accountId}:${occasion}:${at.toISOString()}`,
    letter,
    subjectId: accountId,
  });
}
