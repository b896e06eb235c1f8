import { pendingAcknowledgements } from "@campus-graph/kit/revocation/pending-acknowledgements";
import type { IdentityContext } from "../context.js";
import type { Partner } from "../domain/partner.js";
import { PartnerNotFound, TakingEffect } from "../domain/refusals.js";
import { allPartners, findPartner } from "../persistence/partners.js";

/** All partners that the city has registered, suspended ones too. */
export function listPartners({ em }: IdentityContext): Promise<Partner[]> {
  return allPartners(em);
}

/** How the partner stands. */
export async function seePartner({ em }: IdentityContext, clientId: string): Promise<Partner> {
  const partner = await findPartner(em, clientId);
  if (!partner) throw new PartnerNotFound({ clientId });
  return partner;
}

/**
 * How the partner stands, once everybody acts by the change; refuses (TAKING_EFFECT) where somebody has not in time. It is
 * done all the same, and asking for it again waits again.
 */
export async function changedPartner(
  context: IdentityContext,
  clientId: string,
  eventId: string,
): Promise<Partner> {
  const missing = await pendingAcknowledgements(context, eventId);
  if (missing.length > 0) throw new TakingEffect({ missing: missing.join(", ") });
  return seePartner(context, clientId);
}
