import type { JointReaction, ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext, BindingServices } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { bindingFeed } from "../feed.js";

type OfRequest = "binding.RequestReturned" | "binding.RequestProvisionFailed";
type OfBinding = "binding.BindingOpened" | "binding.BindingRevoked";

/** The applicant is told how a request came out. */
export function tellApplicants<T extends OfRequest>(kind: string): JointReaction<BindingServices, T> {
  return {
    together: ({ em }, events) =>
      bindingFeed.append(
        em,
        events.map((event) => noticeOf(kind, event, event.payload.subjectId)),
      ),
  };
}

/**
 * Told to the applicant, who may still follow with the applicant's token, and to the account if that is another subject.
 * The notice names the request, which after a revocation names the student no more.
 */
export function tellTheBound<T extends OfBinding>(kind: string): JointReaction<BindingServices, T> {
  return {
    async together({ em }, events) {
      const applicants = await applicantsOf(em, events);
      await bindingFeed.append(
        em,
        events.flatMap((event) => {
          const { requestId, subjectId } = event.payload;
          const subjects = new Set([applicants.get(requestId)!, subjectId]);
          return [...subjects].map((subject) => noticeOf(kind, event, subject));
        }),
      );
    },
  };
}

/** The subjects who sent the requests in, by request. */
async function applicantsOf(
  em: BindingContext["em"],
  events: readonly ReceivedEvent<OfBinding>[],
): Promise<Map<string, string>> {
  const ids = new Set(events.map(({ payload }) => payload.requestId));
  const requests = await em.find(BindingRequest, { id: { $in: [...ids] } });
  if (requests.length < ids.size)
    throw new Error("A binding was opened or revoked of a request that is not there");
  return new Map(requests.map(({ id, subjectId }) => [id, subjectId]));
}

function noticeOf(
  kind: string,
  { id, occurredAt, payload: { requestId } }: ReceivedEvent<OfRequest | OfBinding>,
  subject: string,
) {
  return { subject, kind, occurredAt, reference: { requestId }, dedupe: id };
}
