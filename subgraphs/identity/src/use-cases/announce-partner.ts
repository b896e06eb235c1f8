import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { IdentityContext } from "../context.js";
import { isClientId, type Partner, validKeys } from "../domain/partner.js";
import { PartnerNotFound } from "../domain/refusals.js";
import { findPartner, lockPartner } from "../persistence/partners.js";

/** The partner that an operator names, held for what is about to be changed. */
export async function partnerToChange(context: IdentityContext, clientId: string): Promise<Partner> {
  const partner = isClientId(clientId) ? await lockPartner(context.em, clientId) : null;
  if (!partner) throw new PartnerNotFound({ clientId });
  return partner;
}

/**
 * Tells the others how the partner stands now, within the caller's transaction. Answers the event's id. `isNarrowed`: it may
 * do less than before, so the tokens that it has of guardians end.
 */
export async function announcePartner(
  { em, clock }: IdentityContext,
  type: "identity.PartnerRegistered" | "identity.PartnerChanged",
  clientId: string,
  { isNarrowed = false }: { isNarrowed?: boolean } = {},
): Promise<string> {
  const partner = await findPartner(em, clientId);
  if (!partner) throw new Error(`The partner ${clientId} is gone.`);
  const { name, channels, scopes, suspendedAt } = partner;
  return recordEvent(em, {
    type,
    key: clientId,
    payload: {
      subjectId: clientId,
      name,
      channels,
      scopes,
      keys: validKeys(partner).map(({ kid, kty, crv, x, y }) => ({ kid, kty, crv, x, y })),
      suspended: suspendedAt !== null,
      ...(isNarrowed ? { narrowed: true } : {}),
    },
    occurredAt: clock.now(),
  });
}
