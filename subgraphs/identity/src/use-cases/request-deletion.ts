import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { type AccountDeletion, undoDeletionUrlOf } from "../domain/account-deletion.js";
import { StaffKeepAccount } from "../domain/refusals.js";
import { stateOf } from "../domain/staff-role.js";
import { deletionLetter } from "../mail/deletion-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { keepDeletion } from "../persistence/account-deletions.js";
import { contactsOf, lockAccount } from "../persistence/accounts.js";
import { sealDisabledReason } from "../persistence/sealed-person.js";
import { endSessions } from "./end-sessions.js";
import { type FreshProof, proveOneself } from "./prove-oneself.js";

/**
 * The viewer wishes to be here no longer. Nobody signs in to the account any more, every session and token of it is over, and
 * what they were bound to ends, and for fourteen days a mailed link brings the account back. Then what is
 * personal is destroyed. Refuses staff (STAFF_KEEP_ACCOUNT): their school ends their role first.
 */
export async function requestDeletion(context: IdentityContext, proof: FreshProof): Promise<AccountDeletion> {
  const accountId = subjectOf(context);
  await transaction(context, (context) => accountToClose(context, accountId));
  await proveOneself(context, proof);
  return transaction(context, async (context) => {
    const account = await accountToClose(context, accountId);
    const now = context.clock.now();
    account.disable("OWNER", sealDisabledReason(context.keys, accountId, "deletion"), now);
    await context.em.flush();
    await endSessions(context, { accountId, except: null });
    const { secret, ...deletion } = await keepDeletion(context, accountId);
    await write(context, account, { secret, destroysAt: deletion.destroysAt });
    // As a sign-out everywhere, and not as an office's AccountDisabled, which would withhold this answer from who waits for it.
    recordEvent(context.em, {
      type: "identity.DeletionRequested",
      key: accountId,
      payload: { subjectId: accountId },
      occurredAt: now,
    });
    await recordAudit(context, { act: "request-deletion", object: `account:${accountId}` });
    return deletion;
  });
}

/** Locked. */
async function accountToClose(context: IdentityContext, accountId: string): Promise<Account> {
  const account = isId(accountId) ? await lockAccount(context, accountId) : null;
  if (!account || account.isDisabled) throw new Forbidden();
  const today = dayInTaipei(context.clock.now());
  if (account.staffRoles.some((role) => stateOf(role, today) !== "OVER")) throw new StaffKeepAccount();
  return account;
}

async function write(
  context: IdentityContext,
  account: Account,
  { secret, destroysAt }: { secret: string; destroysAt: Date },
): Promise<void> {
  const { publicUrl, signature } = context.services;
  const { email, name } = contactsOf(context, account);
  const undoUrl = undoDeletionUrlOf(publicUrl, secret);
  const letter = deletionLetter({ to: email, name, destroysAt, undoUrl }, signature);
  await queueMail(context, {
    kind: "notice",
    dedupe: `deletion:${account.id}:${destroysAt.toISOString()}`,
    letter,
    subjectId: account.id,
  });
}
