import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { BindingContext } from "../context.js";
import { approvedRequest } from "./approved-request.js";
import { factsOf } from "./request-facts.js";

export interface ProvisionRefused {
  requestId: string;
  /** Why identity gave no account, e.g. EMAIL_TAKEN. */
  code: string;
  /** The account whose owner had accepted, if so. */
  accountId?: string | undefined;
}

/** Identity gave no account: the request ends and its slot is free for another guardian. */
export async function failProvision(
  context: BindingContext,
  { requestId, code, accountId }: ProvisionRefused,
): Promise<void> {
  const request = await approvedRequest(context, requestId);
  if (!request) return;
  const hadAccount = request.linkExpiresAt !== null;
  request.failProvision(code, hadAccount ? accountId : undefined);
  recordEvent(context.em, {
    type: "binding.RequestProvisionFailed",
    key: request.id,
    payload: {
      ...factsOf(request),
      code,
      ...(hadAccount ? { awaitedOwner: true, accountId: request.accountId } : {}),
    },
    occurredAt: context.clock.now(),
  });
  await recordAudit(context, {
    act: "request.failProvision",
    object: `request:${request.id}`,
    detail: { code },
  });
}
