import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { validKeys } from "../domain/partner.js";
import { LastPartnerKey, PartnerKeyNotFound } from "../domain/refusals.js";
import { endKey } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";

/**
 * A key is good no longer, neither for tokens nor for proofs. Refuses PARTNER_NOT_FOUND, PARTNER_KEY_NOT_FOUND,
 * PARTNER_LAST_KEY. Answers the id of the event that tells the others.
 */
export function endPartnerKey(
  context: IdentityContext,
  { clientId, kid }: { clientId: string; kid: string },
): Promise<string> {
  return transaction(context, async (context) => {
    const valid = validKeys(await partnerToChange(context, clientId));
    if (!valid.some((key) => key.kid === kid)) throw new PartnerKeyNotFound({ clientId, kid });
    if (valid.length === 1) throw new LastPartnerKey({ clientId });
    await endKey(context.em, clientId, kid, context.clock.now());
    await recordAudit(context, { act: "endPartnerKey", object: `partner:${clientId}`, detail: { kid } });
    return announcePartner(context, "identity.PartnerChanged", clientId);
  });
}
