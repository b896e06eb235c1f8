import { recordAudit } from "@campus-graph/kit/audit";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { BindingContext } from "../context.js";
import { approvedRequest } from "./approved-request.js";
import { factsOf } from "./request-facts.js";

export interface ProvisionRefused {
  requestId: string;
  /** Why identity gave no account, EMAIL_TAKEN or PERSON_HAS_ACCOUNT. */
  code: string;
}

/** Identity gave no account: the request ends and its slot is free for another guardian. */
export async function failProvision(
  context: BindingContext,
  { requestId, code }: ProvisionRefused,
): Promise<void> {
  const request = await approvedRequest(context, requestId);
  if (!request) return;
  request.failProvision(code);
  recordEvent(context.em, {
    type: "binding.RequestProvisionFailed",
    key: request.id,
    payload: { ...factsOf(request), code },
    occurredAt: context.clock.now(),
  });
  await recordAudit(context, {
    act: "request.failProvision",
    object: `request:${request.id}`,
    detail: { code },
  });
}
