import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import type { Channel } from "../../domain/channel.js";
import { notePartner } from "../../use-cases/note-partner.js";

type PartnerKnown = ReceivedEvent<"identity.PartnerRegistered" | "identity.PartnerChanged">;

/** Who may find bills and tell of payments, and by which keys. */
export async function onPartnerKnown(context: PaymentsContext, { payload }: PartnerKnown): Promise<void> {
  const { subjectId: clientId, channels, scopes, keys, suspended } = payload;
  await notePartner(context, { clientId, channels: channels as readonly Channel[], scopes, keys, suspended });
}
