import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { bindingFeed } from "../feed.js";

/** Told to the applicant, who may still follow with the applicant's token, and to the account if that is another subject. */
export async function onBindingOpened(
  { em }: BindingContext,
  { id, occurredAt, payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  const { requestId } = payload;
  const request = await em.findOneOrFail(BindingRequest, { id: requestId });
  const subjects = new Set([request.subjectId, payload.subjectId]);
  await bindingFeed.append(
    em,
    [...subjects].map((subject) => ({
      subject,
      kind: "APPROVED",
      occurredAt,
      reference: { requestId },
      dedupe: id,
    })),
  );
}
