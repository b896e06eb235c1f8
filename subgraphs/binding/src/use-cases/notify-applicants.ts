import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { type BindingNoticeKind, bindingFeed } from "../feed.js";

type OfRequest = "binding.RequestReturned" | "binding.RequestProvisionFailed";
type OfBinding = "binding.BindingOpened" | "binding.BindingRevoked";

/** The applicant is told that the request came back. */
export async function notifyReturned(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestReturned">[],
): Promise<void> {
  await notify(
    context,
    events.map((event) => noticeOf("RETURNED", event, event.payload.subjectId)),
  );
}

/**
 * The applicant is told that approval led to nothing; where the owner of an account was asked, as if the binding had been
 * ended, and the owner who had accepted is told the truth.
 */
export async function notifyProvisionFailed(
  context: BindingContext,
  events: readonly ReceivedEvent<"binding.RequestProvisionFailed">[],
): Promise<void> {
  await notify(
    context,
    events.flatMap((event) => {
      const { subjectId, accountId, awaitedOwner } = event.payload;
      const notice = noticeOf(awaitedOwner ? "REVOKED" : "PROVISION_FAILED", event, subjectId);
      return accountId ? [notice, noticeOf("PROVISION_FAILED", event, accountId)] : [notice];
    }),
  );
}

/**
 * Told to the applicant, who may still follow with the applicant's token, and to the account if that is another subject.
 * The notice names the request, which after a revocation names the student no more.
 */
export async function notifyBound(
  context: BindingContext,
  events: readonly ReceivedEvent<OfBinding>[],
): Promise<void> {
  const requests = await requestsOf(context.em, events);
  await notify(
    context,
    events.flatMap((event) => {
      const { requestId, subjectId } = event.payload;
      const kind = event.type === "binding.BindingOpened" ? "APPROVED" : "REVOKED";
      const applicant = requests.get(requestId)!;
      // Who applied for another's account was told when its owner was asked.
      const isNotified = kind === "APPROVED" && applicant.linkExpiresAt !== null;
      const subjects = new Set(isNotified ? [subjectId] : [applicant.subjectId, subjectId]);
      return [...subjects].map((subject) => noticeOf(kind, event, subject));
    }),
  );
}

type Notice = ReturnType<typeof noticeOf>;

/** What identity writes by, of which notices. Of an approval it writes by itself, and of what has no notice nobody does. */
const templateOf: Readonly<Record<BindingNoticeKind, string | null>> = {
  APPROVED: null,
  RETURNED: "request-returned",
  PROVISION_FAILED: "request-provision-failed",
  REVOKED: "binding-revoked",
};

/** Whoever gets a notice is written to as well, as they wish: what is kept from somebody's list is in no letter either. */
async function notify({ em }: BindingContext, notices: readonly Notice[]): Promise<void> {
  await bindingFeed.append(em, notices);
  for (const { kind, subject, reference, dedupe, occurredAt } of notices) {
    const template = templateOf[kind];
    if (template !== null)
      recordEvent(em, {
        type: "binding.DeliveryRequested",
        key: subject,
        payload: { subjectId: subject, template, ids: reference, occasion: dedupe },
        occurredAt,
      });
  }
}

/** The requests, by id. */
async function requestsOf(
  em: BindingContext["em"],
  events: readonly ReceivedEvent<OfBinding>[],
): Promise<Map<string, BindingRequest>> {
  const ids = new Set(events.map(({ payload }) => payload.requestId));
  const found = await em.find(BindingRequest, { id: { $in: [...ids] } });
  if (found.length < ids.size)
    throw new Error("A binding was opened or revoked of a request that is not there");
  return new Map(found.map((request) => [request.id, request]));
}

function noticeOf(
  kind: BindingNoticeKind,
  { id, occurredAt, payload: { requestId } }: ReceivedEvent<OfRequest | OfBinding>,
  subject: string,
) {
  return { subject, kind, occurredAt, reference: { requestId }, dedupe: id };
}
