import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { awaitOwner } from "../../use-cases/await-owner.js";

/** The owner of the person's account is asked before the binding opens. */
export async function onPersonLinkOffered(
  context: BindingContext,
  { id, occurredAt, payload: { requestId, expiresAt } }: ReceivedEvent<"identity.PersonLinkOffered">,
): Promise<void> {
  await awaitOwner(context, { requestId, expiresAt: new Date(expiresAt), eventId: id, occurredAt });
}
