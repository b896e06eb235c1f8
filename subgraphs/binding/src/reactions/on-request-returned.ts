import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { bindingFeed } from "../feed.js";

export async function onRequestReturned(
  { em }: BindingContext,
  { id, occurredAt, payload }: ReceivedEvent<"binding.RequestReturned">,
): Promise<void> {
  const { subjectId, requestId } = payload;
  await bindingFeed.append(em, [
    { subject: subjectId, kind: "RETURNED", occurredAt, reference: { requestId }, dedupe: id },
  ]);
}
