import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { validKeys } from "../domain/partner.js";
import { LastPartnerKey, PartnerKeyNotFound } from "../domain/refusals.js";
import { endKey } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";
import { type PartnerAct, recordPartnerAct } from "./record-partner-act.js";

/**
 * A key is good no longer, neither for tokens nor for proofs. Ending it twice changes nothing. Refuses PARTNER_NOT_FOUND,
 * PARTNER_KEY_NOT_FOUND, PARTNER_LAST_KEY. Answers the id of the event that tells the others.
 */
export function endPartnerKey(
  context: IdentityContext,
  ended: PartnerAct & { kid: string },
): Promise<string> {
  const { clientId, kid } = ended;
  return transaction(context, async (context) => {
    const partner = await partnerToChange(context, clientId);
    const key = partner.keys.find((each) => each.kid === kid);
    if (!key) throw new PartnerKeyNotFound({ clientId, kid });
    if (key.until !== null) return announcePartner(context, "identity.PartnerChanged", clientId);
    const valid = validKeys(partner);
    if (valid.length === 1) throw new LastPartnerKey({ clientId });
    await endKey(context.em, clientId, kid, context.clock.now());
    await recordPartnerAct(context, "endPartnerKey", ended, { kid });
    return announcePartner(context, "identity.PartnerChanged", clientId);
  });
}
