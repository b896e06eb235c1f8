import type { InternalHandler } from "@campus-graph/kit/internal-routes";
import { pendingAcknowledgements } from "@campus-graph/kit/revocation/pending-acknowledgements";
import type { IdentityContext, IdentityServices } from "../context.js";
import { allPartners } from "../persistence/partners.js";
import { addPartnerKey, type NewPartnerKey } from "../use-cases/add-partner-key.js";
import { endPartnerKey } from "../use-cases/end-partner-key.js";
import { type NewPartner, registerPartner } from "../use-cases/register-partner.js";
import { resumePartner, suspendPartner } from "../use-cases/suspend-partner.js";

/** Who has yet to act on a change; nobody when it holds everywhere. */
interface TakingEffect {
  missing: string[];
}

/** What `npm run partner` asks for. Every change answers once it holds everywhere, or says after two seconds who is missing. */
export const partnerCommands: Readonly<Record<string, InternalHandler<IdentityServices>>> = {
  partners: async ({ em }) => ({ partners: await allPartners(em) }),
  "register-partner": async (context, partner: NewPartner) => {
    await registerPartner(context, partner);
    return { missing: [] };
  },
  "add-partner-key": (context, key: NewPartnerKey) => inEffect(context, addPartnerKey(context, key)),
  "end-partner-key": (context, key: { clientId: string; kid: string }) =>
    inEffect(context, endPartnerKey(context, key)),
  "suspend-partner": (context, partner: { clientId: string }) =>
    inEffect(context, suspendPartner(context, partner)),
  "resume-partner": (context, partner: { clientId: string }) =>
    inEffect(context, resumePartner(context, partner)),
};

async function inEffect(context: IdentityContext, changed: Promise<string>): Promise<TakingEffect> {
  return { missing: await pendingAcknowledgements(context, await changed) };
}
