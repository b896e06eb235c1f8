import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parseMobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import { UndoLinkEnded } from "../domain/refusals.js";
import { lockAccount } from "../persistence/accounts.js";
import { type ContactChange, contactChangeOf, endUndoing } from "../persistence/contact-changes.js";
import { endSessions } from "./end-sessions.js";
import { putContact } from "./put-contact.js";

/** The change that a mailed link undoes; refuses one that is used, too old, or nobody's. */
export async function contactChangeToUndo(context: IdentityContext, secret: string): Promise<ContactChange> {
  const change = await contactChangeOf(context, secret);
  if (!change) throw new UndoLinkEnded();
  return change;
}

/**
 * Restores the address or number that was changed, and with it the login. Whoever changed it knew how to sign in, so every
 * session ends, the password opens nothing any more, and what was changed after it cannot be undone by its own link: the
 * owner chooses a password by a code to the restored address.
 */
export function undoContactChange(context: IdentityContext, secret: string): Promise<void> {
  return transaction(context, async (context) => {
    const { accountId } = await contactChangeToUndo(context, secret);
    const account = await lockAccount(context, accountId);
    // Another may have used the link while we waited.
    const { kind, before, changedAt } = await contactChangeToUndo(context, secret);
    if (!account) throw new UndoLinkEnded();
    await putContact(
      context,
      account,
      kind === "EMAIL"
        ? { by: "EMAIL", target: parseEmailAddress(before) }
        : { by: "SMS", target: before === "" ? null : parseMobileNumber(before) },
    );
    account.forgetPassword();
    await context.em.flush();
    await endUndoing(context, { accountId, kind, since: changedAt });
    await endSessions(context, { accountId, except: null });
    await recordAudit(context, {
      act: "undo-contact-change",
      object: `account:${accountId}`,
      detail: { kind },
    });
  });
}
