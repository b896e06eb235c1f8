import type { IdentityContext } from "../context.js";
import { partnerChannels, partnerScopes } from "../domain/partner.js";
import { findPartner, setLinking } from "../persistence/partners.js";
import { registerPartner } from "../use-cases/register-partner.js";

const clientId = "wallet";

/**
 * The demo's payment partner, by the key that was made for it: the sandbox's private half lies in the data folder. Data
 * from before partners were rows gets it at its next start, so its wallet goes on working.
 */
export async function registerWallet(context: IdentityContext, publicUrl: string): Promise<void> {
  if (await findPartner(context.em, clientId)) return;
  const { keys } = context.keys.jwks("walletPublicJwks");
  await registerPartner(context, {
    clientId,
    name: "悠遊付",
    channels: partnerChannels,
    scopes: partnerScopes,
    keys: JSON.stringify({ keys }),
  });
  await letWalletBeLinked(context, publicUrl);
}

/**
 * Where the demo's wallet takes back a guardian who has linked it. The demo may be started at another address than before, or have its
 * wallet from before wallets could be linked.
 */
export async function letWalletBeLinked(context: IdentityContext, publicUrl: string): Promise<void> {
  if (!(await findPartner(context.em, clientId))) return;
  const redirectUris = [`${publicUrl}/wallet/linked`];
  await setLinking(context.em, clientId, { scopes: partnerScopes, redirectUris });
}
