import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { setSuspended } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";
import { type PartnerAct, recordPartnerAct } from "./record-partner-act.js";

/** The partner gets no token and is answered nothing until it is let in again. Suspending it twice changes nothing. */
export function suspendPartner(context: IdentityContext, partner: PartnerAct): Promise<string> {
  return changeSuspension(context, partner, "suspendPartner");
}

/** The partner may work again, by the keys it had. */
export function resumePartner(context: IdentityContext, partner: PartnerAct): Promise<string> {
  return changeSuspension(context, partner, "resumePartner");
}

/** Answers the id of the event that tells the others. */
function changeSuspension(
  context: IdentityContext,
  partner: PartnerAct,
  act: "suspendPartner" | "resumePartner",
): Promise<string> {
  return transaction(context, async (context) => {
    const { clientId } = partner;
    const { suspendedAt } = await partnerToChange(context, clientId);
    const since = act === "suspendPartner" ? (suspendedAt ?? context.clock.now()) : null;
    await setSuspended(context.em, clientId, since);
    await recordPartnerAct(context, act, partner);
    return announcePartner(context, "identity.PartnerChanged", clientId);
  });
}
