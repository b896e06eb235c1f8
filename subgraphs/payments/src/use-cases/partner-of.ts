import { Forbidden } from "@campus-graph/kit/refusal";
import type { Issuer } from "../domain/issuer.js";
import type { Partner } from "../partners/partner.js";
import type { PaymentsContext } from "../services.js";

/** The partner that asks. A client with the role but without an agreement is refused. */
export function partnerOf({ viewer, services }: PaymentsContext): Partner {
  const partner = viewer.clientId === null ? undefined : services.partners.get(viewer.clientId);
  if (!partner) throw new Forbidden();
  return partner;
}

/** Whether the issuer's bills are any business of this partner. */
export function serves(partner: Partner, issuer: Issuer): boolean {
  return partner.channels.some((channel) => issuer.channels.includes(channel));
}
