import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { bindingFeed } from "../feed.js";

/** Told to whoever was told of the approval. The notice names the request, which names the student no more. */
export async function onBindingRevoked(
  { em }: BindingContext,
  { id, occurredAt, payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  const { requestId } = payload;
  const request = await em.findOneOrFail(BindingRequest, { id: requestId });
  const subjects = new Set([request.subjectId, payload.subjectId]);
  await bindingFeed.append(
    em,
    [...subjects].map((subject) => ({
      subject,
      kind: "REVOKED",
      occurredAt,
      reference: { requestId },
      dedupe: id,
    })),
  );
}
