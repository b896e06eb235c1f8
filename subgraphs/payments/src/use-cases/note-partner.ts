import type { PaymentsContext } from "../context.js";
import type { Partner } from "../domain/partner.js";
import { rememberPartner } from "../persistence/partners.js";

/** Who may find bills and tell of payments, and by which keys. */
export async function notePartner({ em }: PaymentsContext, partner: Partner): Promise<void> {
  await rememberPartner(em, partner);
}
