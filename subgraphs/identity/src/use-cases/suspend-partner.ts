import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { setSuspended } from "../persistence/partners.js";
import { announcePartner, partnerToChange } from "./announce-partner.js";

/** The partner gets no token and is answered nothing until it is let in again. Suspending it twice changes nothing. */
export function suspendPartner(
  context: IdentityContext,
  { clientId }: { clientId: string },
): Promise<string> {
  return changeSuspension(context, clientId, "suspendPartner");
}

/** The partner may work again, by the keys it had. */
export function resumePartner(context: IdentityContext, { clientId }: { clientId: string }): Promise<string> {
  return changeSuspension(context, clientId, "resumePartner");
}

/** Answers the id of the event that tells the others. */
function changeSuspension(
  context: IdentityContext,
  clientId: string,
  act: "suspendPartner" | "resumePartner",
): Promise<string> {
  return transaction(context, async (context) => {
    const { suspendedAt } = await partnerToChange(context, clientId);
    const since = act === "suspendPartner" ? (suspendedAt ?? context.clock.now()) : null;
    await setSuspended(context.em, clientId, since);
    await recordAudit(context, { act, object: `partner:${clientId}` });
    return announcePartner(context, "identity.PartnerChanged", clientId);
  });
}
