import { transaction } from "@campus-graph/kit/sql/transaction";
import { lastSixOf } from "@campus-graph/kit/text/national-id";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { activationUrlOf } from "../domain/activation-url.js";
import { AccountIsDisabled, FirstSignInDone } from "../domain/refusals.js";
import { firstSignInLetter } from "../mail/first-sign-in-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { contactsOf } from "../persistence/accounts.js";
import { drawActivationSecret, keepActivationLink } from "../persistence/activation-links.js";
import { openNationalId } from "../persistence/sealed-person.js";
import { type AccountCare, accountToChange, readReason, recordCare } from "./account-to-change.js";
import { endSessions } from "./end-sessions.js";
import { type ManagedAccount, managedAccount } from "./managed-account.js";

/**
 * Opens the first sign-in anew for who let it lapse, and mails how. Whatever was handed out before is dead. Who has chosen
 * a password sets another by a mailed code: an office cannot put a known password in the place of one's own.
 */
export function restartFirstSignIn(context: IdentityContext, care: AccountCare): Promise<ManagedAccount> {
  const reason = readReason(care);
  return transaction(context, async (context) => {
    const { account } = await accountToChange(context, care);
    if (account.isDisabled) throw new AccountIsDisabled();
    if (!account.mustChangePassword) throw new FirstSignInDone();
    await endSessions(context, { accountId: account.id, except: null });
    await handOut(context, account);
    await recordCare(context, "restart-first-sign-in", account, reason);
    return managedAccount(context, account);
  });
}

async function handOut(context: IdentityContext, account: Account): Promise<void> {
  const { clock, keys, services, newId, em } = context;
  const { id, nationalId: sealed } = account;
  const { signInUrl, publicUrl, signature, initialPassword } = services;
  const secret = initialPassword === "activation-link" ? drawActivationSecret() : null;
  if (secret) {
    account.forgetPassword();
    await em.flush();
    await keepActivationLink(context, id, secret);
  } else if (sealed) {
    const suffix = lastSixOf(openNationalId(keys, { table: "account", id }, sealed));
    account.issueInitialPassword(await services.passwords.hash(suffix), clock.now());
    await em.flush();
  }
  const { email, name } = contactsOf(context, account);
  const by = secret ? ({ link: activationUrlOf(publicUrl, secret) } as const) : sealed ? "SUFFIX" : "CODE";
  const letter = firstSignInLetter({ to: email, name, signInUrl, by }, signature);
  await queueMail(context, {
    kind: "first-sign-in",
    dedupe: `first-sign-in:${id}:${newId()}`,
    letter,
    subjectId: id,
  });
}
