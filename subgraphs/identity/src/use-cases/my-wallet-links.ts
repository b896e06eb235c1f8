import { subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { WalletLink } from "../domain/wallet-link.js";
import { walletLinksOf } from "../persistence/wallet-links.js";
import { endSession } from "./end-sessions.js";

/** The wallets that the viewer has linked, the newest first. */
export function listMyWalletLinks(context: IdentityContext): Promise<WalletLink[]> {
  return walletLinksOf(context, subjectOf(context));
}

/** Ends a link: the wallet's tokens and sockets, and what it renews them by. Refuses (NOT_FOUND) what is not theirs or is over. */
export async function unlinkWallet(context: IdentityContext, id: string): Promise<WalletLink[]> {
  const accountId = subjectOf(context);
  await transaction(context, async (context) => {
    const link = (await walletLinksOf(context, accountId)).find((each) => each.id === id);
    if (!link) throw new NotFound();
    await endSession(context, accountId, id);
    await recordAudit(context, {
      act: "unlink-wallet",
      object: `account:${accountId}`,
      detail: { clientId: link.clientId },
    });
  });
  return listMyWalletLinks(context);
}
