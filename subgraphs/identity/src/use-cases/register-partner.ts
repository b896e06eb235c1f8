import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import {
  parseChannels,
  parseClientId,
  parsePartnerName,
  parseRedirectUris,
  parseScopes,
} from "../domain/partner.js";
import { parsePartnerKeys } from "../domain/partner-key.js";
import { PartnerExists } from "../domain/refusals.js";
import { insertPartner } from "../persistence/partners.js";
import { addKeys } from "./add-partner-key.js";
import { announcePartner } from "./announce-partner.js";
import { type PartnerAct, recordPartnerAct } from "./record-partner-act.js";

export interface NewPartner extends PartnerAct {
  name: string;
  channels: readonly string[];
  scopes: readonly string[];
  /** Where guardians who link it are sent back to; absent: it cannot be linked. */
  redirectUris?: readonly string[];
  /** The text of a file with its public key, or two: JWK, JWK set or PEM. */
  keys: string;
}

/** A wallet, bank or store may sign in from now on. Refuses PARTNER_EXISTS, PARTNER_KEY_INVALID. */
export async function registerPartner(context: IdentityContext, asked: NewPartner): Promise<void> {
  const clientId = parseClientId(asked.clientId);
  const name = parsePartnerName(asked.name);
  const channels = parseChannels(asked.channels);
  const scopes = parseScopes(asked.scopes);
  const redirectUris = parseRedirectUris(asked.redirectUris ?? []);
  const keys = await parsePartnerKeys(asked.keys);
  await transaction(context, async (context) => {
    const registeredAt = context.clock.now();
    const partner = { clientId, name, channels, scopes, redirectUris, registeredAt };
    if (!(await insertPartner(context.em, partner))) throw new PartnerExists({ clientId });
    await addKeys(context, clientId, keys);
    await announcePartner(context, "identity.PartnerRegistered", clientId);
    const kids = keys.map(({ kid }) => kid);
    await recordPartnerAct(context, "registerPartner", asked, { channels, scopes, redirectUris, keys: kids });
  });
}
