import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Partner, PartnerScope } from "../domain/partner.js";
import { PartnerSuspended } from "../domain/refusals.js";
import { findPartners } from "../persistence/partners.js";

/**
 * The partner that asks. Refuses (FORBIDDEN) a client that is not registered, or not for this, and (PARTNER_SUSPENDED)
 * one whose access the city has suspended.
 */
export async function partnerOf(context: PaymentsContext, scope: PartnerScope): Promise<Partner> {
  const { clientId } = context.viewer;
  const partner = clientId === null ? null : await batched(context, partnersById, clientId);
  if (partner?.suspended) throw new PartnerSuspended();
  if (!partner?.scopes.includes(scope)) throw new Forbidden();
  return partner;
}

const partnersById = defineBatch<string, Partner, PaymentsServices>(({ em }, ids) => findPartners(em, ids));
