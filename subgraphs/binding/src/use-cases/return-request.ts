import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { BindingContext } from "../context.js";
import { RequestChanged } from "../domain/refusals.js";
import type { BindingRequest } from "../domain/request.js";
import { keepReturn } from "../persistence/returns.js";
import { factsOf } from "./request-facts.js";
import { requestToDecide } from "./request-to-decide.js";

export interface ReturnRequest {
  requestId: string;
  /** What the guardian is to correct, in the teacher's words. */
  reason: string;
  /** As it was shown; not checked where it is not said. */
  version?: number | undefined;
}

/** 退回: hands a pending request back to its guardian with a reason. */
export function returnRequest(
  context: BindingContext,
  { requestId, reason, version }: ReturnRequest,
): Promise<BindingRequest> {
  return transaction(context, async (context) => {
    const request = await requestToDecide(context, requestId);
    if (request.status === "PENDING" && version !== undefined && request.version !== version)
      throw new RequestChanged({ version: request.version });
    const at = context.clock.now();
    request.return(reason, subjectOf(context), at);
    await keepReturn(context.em, request);
    recordEvent(context.em, {
      type: "binding.RequestReturned",
      key: request.id,
      payload: factsOf(request),
      occurredAt: at,
    });
    await recordAudit(context, { act: "request.return", object: `request:${request.id}` });
    return request;
  });
}
