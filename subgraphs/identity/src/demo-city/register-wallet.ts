import type { IdentityContext } from "../context.js";
import { partnerChannels, partnerScopes } from "../domain/partner.js";
import { findPartner } from "../persistence/partners.js";
import { registerPartner } from "../use-cases/register-partner.js";

/**
 * The demo's payment partner, by the key that was made for it: the sandbox's private half lies in the data folder. Data
 * from before partners were rows gets it at its next start, so its wallet goes on working.
 */
export async function registerWallet(context: IdentityContext): Promise<void> {
  if (await findPartner(context.em, "wallet")) return;
  const { keys } = context.keys.jwks("walletPublicJwks");
  await registerPartner(context, {
    clientId: "wallet",
    name: "悠遊付",
    channels: partnerChannels,
    scopes: partnerScopes,
    keys: JSON.stringify({ keys }),
  });
}
