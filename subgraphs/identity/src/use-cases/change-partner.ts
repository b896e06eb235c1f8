import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { parseChannels, parsePartnerName, parseRedirectUris, parseScopes } from "../domain/partner.js";
import { updatePartner } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";
import { type PartnerAct, recordPartnerAct } from "./record-partner-act.js";

/** What is left out stays as it is. */
export interface PartnerChange extends PartnerAct {
  name?: string | undefined;
  channels?: readonly string[] | undefined;
  scopes?: readonly string[] | undefined;
  redirectUris?: readonly string[] | undefined;
}

/**
 * What the partner is called, for which channels it speaks, what it may do, and where guardians who link it are sent back
 * to. What it may do no longer ends at once, tokens that it has of guardians too. Refuses PARTNER_NOT_FOUND. Answers the
 * id of the event that tells the others.
 */
export function changePartner(context: IdentityContext, change: PartnerChange): Promise<string> {
  const name = change.name === undefined ? undefined : parsePartnerName(change.name);
  const channels = change.channels && parseChannels(change.channels);
  const scopes = change.scopes && parseScopes(change.scopes);
  const redirectUris = change.redirectUris && parseRedirectUris(change.redirectUris);
  return transaction(context, async (context) => {
    const before = await partnerToChange(context, change.clientId);
    const after = {
      ...before,
      name: name ?? before.name,
      channels: channels ?? before.channels,
      scopes: scopes ?? before.scopes,
      redirectUris: redirectUris ?? before.redirectUris,
    };
    await updatePartner(context.em, after);
    await recordPartnerAct(context, "changePartner", change, {
      channels: after.channels,
      scopes: after.scopes,
      redirectUris: after.redirectUris,
    });
    const isNarrowed =
      before.scopes.some((scope) => !after.scopes.includes(scope)) ||
      before.redirectUris.some((uri) => !after.redirectUris.includes(uri));
    return announcePartner(context, "identity.PartnerChanged", change.clientId, { isNarrowed });
  });
}
