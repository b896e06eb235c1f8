import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { BindingContext } from "../../context.js";
import { bindingFeed } from "../../feed.js";
import { approvedRequest } from "../../use-cases/approved-request.js";

/**
 * The approved person has an account under another login, whose owner is asked first. Who applied gets the notice that
 * every approved guardian gets, and learns no more.
 */
export async function onPersonLinkOffered(
  context: BindingContext,
  { id, occurredAt, payload: { requestId, expiresAt } }: ReceivedEvent<"identity.PersonLinkOffered">,
): Promise<void> {
  const request = await approvedRequest(context, requestId);
  if (!request) return;
  request.awaitOwner(new Date(expiresAt));
  await bindingFeed.append(context.em, [
    { subject: request.subjectId, kind: "APPROVED", occurredAt, reference: { requestId }, dedupe: id },
  ]);
  await recordAudit(context, { act: "request.awaitOwner", object: `request:${requestId}` });
}
