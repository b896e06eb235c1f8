import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { UndoLinkEnded } from "../domain/refusals.js";
import { deletionToUndo, forgetDeletion } from "../persistence/account-deletions.js";
import { lockAccount } from "../persistence/accounts.js";
import { endSessions } from "./end-sessions.js";

/** Refuses (UNDO_LINK_ENDED) a link that is used, too old, or nobody's. */
export async function mustUndoDeletion(context: IdentityContext, secret: string): Promise<string> {
  const deletion = await deletionToUndo(context, secret);
  if (!deletion) throw new UndoLinkEnded();
  return deletion.accountId;
}

/** The account is there again, and its person signs in as before. What they were bound to is applied for anew. */
export function undoDeletion(context: IdentityContext, secret: string): Promise<void> {
  return transaction(context, async (context) => {
    const accountId = await mustUndoDeletion(context, secret);
    const account = await lockAccount(context, accountId);
    // Another may have used the link while we waited.
    await mustUndoDeletion(context, secret);
    if (!account) throw new UndoLinkEnded();
    await forgetDeletion(context, accountId);
    // What an office has disabled since stays so.
    if (account.disabledBy === "OWNER") account.enable();
    await context.em.flush();
    await endSessions(context, { accountId, except: null });
    await recordAudit(context, { act: "undo-deletion", object: `account:${accountId}` });
  });
}
