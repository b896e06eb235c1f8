import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnRequest } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import type { BindingRequest } from "../domain/request.js";
import { factsOf } from "./request-facts.js";

/** The guardian takes a request back while no teacher has approved it. */
export function cancelRequest(context: BindingContext, requestId: string): Promise<BindingRequest> {
  return transaction(context, async (context) => {
    const request = await lockOwnRequest(context, requestId);
    request.cancel();
    recordEvent(context.em, {
      type: "binding.RequestCancelled",
      key: request.id,
      payload: factsOf(request),
      occurredAt: context.clock.now(),
    });
    await recordAudit(context, { act: "request.cancel", object: `request:${request.id}` });
    return request;
  });
}
