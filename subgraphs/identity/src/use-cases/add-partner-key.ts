import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { validKeys } from "../domain/partner.js";
import { mostValidKeys, type PartnerKey, parsePartnerKeys } from "../domain/partner-key.js";
import { PartnerKeyExists, PartnerKeysFull } from "../domain/refusals.js";
import { insertPartnerKey } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";

export interface NewPartnerKey {
  clientId: string;
  /** The text of a file with the public key: JWK, JWK set or PEM. */
  keys: string;
}

/**
 * A further key is good from now on, beside the one there is. Refuses PARTNER_NOT_FOUND, PARTNER_KEY_INVALID,
 * PARTNER_KEYS_FULL, PARTNER_KEY_EXISTS. Answers the id of the event that tells the others.
 */
export async function addPartnerKey(
  context: IdentityContext,
  { clientId, keys: text }: NewPartnerKey,
): Promise<string> {
  const keys = await parsePartnerKeys(text);
  return transaction(context, async (context) => {
    const partner = await partnerToChange(context, clientId);
    if (validKeys(partner).length + keys.length > mostValidKeys)
      throw new PartnerKeysFull({ clientId, most: mostValidKeys });
    await addKeys(context, clientId, keys);
    const kids = keys.map(({ kid }) => kid);
    await recordAudit(context, { act: "addPartnerKey", object: `partner:${clientId}`, detail: { kids } });
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
