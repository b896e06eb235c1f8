import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Partner, PartnerScope } from "../domain/partner.js";
import { insertWalletLink, walletLinksOf } from "../persistence/wallet-links.js";
import { endSession } from "./end-sessions.js";

interface Consent {
  /** The provider's grant, made for this consent alone. */
  grantId: string;
  accountId: string;
  partner: Partner;
  scopes: readonly PartnerScope[];
}

/** The guardian has agreed. A wallet has one link to a guardian: what it had before ends with the new one. */
export function linkWallet(context: IdentityContext, consent: Consent): Promise<void> {
  const { grantId: id, accountId, partner, scopes } = consent;
  return transaction(context, async (context) => {
    for (const before of await walletLinksOf(context, accountId))
      if (before.clientId === partner.clientId) await endSession(context, accountId, before.id);
    const since = context.clock.now();
    await insertWalletLink(context.em, { id, accountId, clientId: partner.clientId, scopes, since });
    await recordAudit(context, {
      act: "link-wallet",
      object: `account:${accountId}`,
      detail: { clientId: partner.clientId, scopes },
    });
  });
}
