import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../context.js";
import { bindingFeed } from "../feed.js";

export async function onRequestProvisionFailed(
  { em }: BindingContext,
  { id, occurredAt, payload }: ReceivedEvent<"binding.RequestProvisionFailed">,
): Promise<void> {
  const { subjectId, requestId } = payload;
  await bindingFeed.append(em, [
    { subject: subjectId, kind: "PROVISION_FAILED", occurredAt, reference: { requestId }, dedupe: id },
  ]);
}
