import { recordEvent } from "@campus-graph/kit/events/outbox";
import { pendingAcknowledgements } from "@campus-graph/kit/revocation/pending-acknowledgements";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { TakingEffect } from "../domain/refusals.js";
import { sealDisabledReason } from "../persistence/sealed-person.js";
import { type AccountCare, accountToChange, readReason, recordCare } from "./account-to-change.js";
import { endSessions } from "./end-sessions.js";
import { type ManagedAccount, managedAccount } from "./managed-account.js";
import { writeOfAccountState } from "./write-of-account-state.js";

/**
 * From now on nobody signs in to the account, and whoever is signed in is no longer: sessions, cookies, refresh tokens and
 * applicants' tokens end in the same transaction. Answers once every gateway has closed its sockets; where one has not in
 * time it refuses (TAKING_EFFECT), and asking again waits again. Its owner is told by mail, without the reason.
 */
export async function disableAccount(context: IdentityContext, care: AccountCare): Promise<ManagedAccount> {
  const reason = readReason(care);
  const { account, eventId } = await transaction(context, async (context) => {
    const { account, caretaker } = await accountToChange(context, care);
    const { id } = account;
    const now = context.clock.now();
    if (!account.isDisabled) await writeOfAccountState(context, account, "DISABLED");
    account.disable(caretaker.office, sealDisabledReason(context.keys, id, reason), now);
    await context.em.flush();
    await endSessions(context, { accountId: id, except: null });
    const eventId = recordEvent(context.em, {
      type: "identity.AccountDisabled",
      key: id,
      payload: { subjectId: id },
      occurredAt: now,
    });
    await recordCare(context, "disable-account", account, reason);
    return { account, eventId };
  });
  const missing = await pendingAcknowledgements(context, eventId);
  if (missing.length > 0) throw new TakingEffect({ missing: missing.join(", ") });
  return managedAccount(context, account);
}
