import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Partner, PartnerScope } from "../domain/partner.js";
import { queueMail } from "../mail/queue-mail.js";
import { walletLinkedLetter } from "../mail/wallet-linked-letter.js";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { insertWalletLink, walletLinksOf } from "../persistence/wallet-links.js";
import { endSession } from "./end-sessions.js";

interface Consent {
  /** The provider's grant, made for this consent alone. */
  grantId: string;
  accountId: string;
  partner: Partner;
  scopes: readonly PartnerScope[];
}

/**
 * The guardian has agreed, and is told so by mail. A wallet has one link to a guardian: what it had before ends with the new
 * one.
 */
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
    await writeOfLink(context, consent, since);
  });
}

/** A mail about the account itself: it comes whatever its owner chose to be written about, and at any hour. */
async function writeOfLink(
  context: IdentityContext,
  { grantId, accountId, partner, scopes }: Consent,
  at: Date,
): Promise<void> {
  const account = await accountById(context, accountId);
  if (!account) return;
  const { email, name } = contactsOf(context, account);
  const { publicUrl, signature } = context.services;
  await queueMail(context, {
    kind: "notice",
    dedupe: `wallet-linked:${grantId}`,
    letter: walletLinkedLetter(
      { to: email, name, partnerName: partner.name, scopes, at, publicUrl },
      signature,
    ),
    subjectId: accountId,
  });
}
