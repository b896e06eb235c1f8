import { anonymous } from "@campus-graph/kit/auth/viewer";
import { Refusal } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import { programScopes } from "../domain/partner.js";
import { PartnerExists } from "../domain/refusals.js";
import type { PartnerFromBefore } from "../partner-from-before.js";
import { findPartner } from "../persistence/partners.js";
import { registerPartner } from "./register-partner.js";

const clientId = "wallet";

/**
 * Registers the wallet of a city from before partners were rows, so that it goes on working after the upgrade. Done once:
 * from then on the row is what holds, whatever still stands in the keys file.
 */
export async function takeOverPartner(
  context: IdentityContext,
  { keys, channels }: PartnerFromBefore,
): Promise<void> {
  if (await findPartner(context.em, clientId)) return;
  const asOperator = { ...context, viewer: { ...anonymous, clientId: "operator" } };
  const partner = { clientId, name: "悠遊付", channels, scopes: [...programScopes], keys };
  try {
    await registerPartner(asOperator, partner);
    context.log.warn(
      { clientId, channels },
      "the partner from before is registered; npm run partner lists it",
    );
  } catch (error) {
    // Another copy of identity that starts at the same moment was first.
    if (error instanceof PartnerExists) return;
    if (!(error instanceof Refusal)) throw error;
    context.log.error(
      { clientId, code: error.code, ...error.details },
      "the partner from before cannot be registered by walletPublicJwks: npm run partner -- add does it by another key",
    );
  }
}
