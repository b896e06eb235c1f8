import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { validKeys } from "../domain/partner.js";
import { isSameKey, mostValidKeys, type PartnerKey, parsePartnerKeys } from "../domain/partner-key.js";
import { PartnerKeyExists, PartnerKeysFull } from "../domain/refusals.js";
import { insertPartnerKey } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";
import { type PartnerAct, recordPartnerAct } from "./record-partner-act.js";

export interface NewPartnerKey extends PartnerAct {
  /** The text of a file with the public key: JWK, JWK set or PEM. */
  keys: string;
}

/**
 * A further key is good from now on, beside the one there is. Adding it twice changes nothing. Refuses PARTNER_NOT_FOUND,
 * PARTNER_KEY_INVALID, PARTNER_KEYS_FULL, PARTNER_KEY_EXISTS. Answers the id of the event that tells the others.
 */
export async function addPartnerKey(context: IdentityContext, added: NewPartnerKey): Promise<string> {
  const { clientId } = added;
  const named = await parsePartnerKeys(added.keys);
  return transaction(context, async (context) => {
    const partner = await partnerToChange(context, clientId);
    const keys = named.filter((key) => !validKeys(partner).some((valid) => isSameKey(valid, key)));
    if (keys.length === 0) return announcePartner(context, "identity.PartnerChanged", clientId);
    if (validKeys(partner).length + keys.length > mostValidKeys)
      throw new PartnerKeysFull({ clientId, most: mostValidKeys });
    await addKeys(context, clientId, keys);
    const kids = keys.map(({ kid }) => kid);
    await recordPartnerAct(context, "addPartnerKey", added, { kids });
    return announcePartner(context, "identity.PartnerChanged", clientId);
  });
}

/** Writes keys down, within the caller's transaction. */
export async function addKeys(
  { em, clock }: IdentityContext,
  clientId: string,
  keys: readonly PartnerKey[],
): Promise<void> {
  for (const key of keys)
    if (!(await insertPartnerKey(em, clientId, key, clock.now())))
      throw new PartnerKeyExists({ kid: key.kid });
}
