import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { BindingContext } from "../context.js";
import { bindingFeed } from "../feed.js";
import { approvedRequest } from "./approved-request.js";

export interface OfferedLink {
  requestId: string;
  expiresAt: Date;
  /** The event that told of it, by which the notice is told once. */
  eventId: string;
  occurredAt: Date;
}

/**
 * The approved person has an account under another login, whose owner is asked first. Who applied gets the notice that
 * every approved guardian gets, and learns no more.
 */
export async function awaitOwner(
  context: BindingContext,
  { requestId, expiresAt, eventId, occurredAt }: OfferedLink,
): Promise<void> {
  const request = await approvedRequest(context, requestId);
  if (!request) return;
  request.awaitOwner(expiresAt);
  await bindingFeed.append(context.em, [
    { subject: request.subjectId, kind: "APPROVED", occurredAt, reference: { requestId }, dedupe: eventId },
  ]);
  await recordAudit(context, { act: "request.awaitOwner", object: `request:${requestId}` });
}
