import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { type AccountStateOccasion, accountStateLetter } from "../mail/account-state-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { contactsOf } from "../persistence/accounts.js";

/** Tells an account's owner that an office has disabled it, or enabled it again, within the caller's transaction. */
export async function writeOfAccountState(
  context: IdentityContext,
  account: Account,
  occasion: AccountStateOccasion,
): Promise<void> {
  const { email, name } = contactsOf(context, account);
  const { signInUrl, signature } = context.services;
  const at = context.clock.now();
  await queueMail(context, {
    kind: "account-state",
    dedupe: `account-state:${account.id}:${occasion}:${at.toISOString()}`,
    letter: accountStateLetter({ to: email, name, occasion, at, signInUrl }, signature),
    subjectId: account.id,
  });
}
