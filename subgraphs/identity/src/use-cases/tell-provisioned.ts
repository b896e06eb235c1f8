import { recordAudit } from "@campus-graph/kit/audit";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { Context } from "../services.js";

/** Which account an approved request led to. */
export interface Provisioned {
  requestId: string;
  accountId: string;
  personKey: string;
  /** The person had the account before. */
  existing: boolean;
}

/** Writes down which account an approved request led to, and tells the others. */
export async function tellProvisioned(
  context: Context,
  { requestId, accountId, personKey, existing }: Provisioned,
): Promise<void> {
  await context.em.execute("update request set account_id = ? where id = ?", [accountId, requestId]);
  recordEvent(context.em, {
    type: "identity.AccountProvisioned",
    key: requestId,
    payload: { requestId, subjectId: accountId, existing, personKey },
    occurredAt: context.clock.now(),
  });
  await recordAudit(context, {
    act: "provision-account",
    object: `account:${accountId}`,
    detail: { existing },
  });
}

/** No account comes of an approved request, and why. */
export function tellRefused(
  context: Context,
  { requestId, subjectId, code }: { requestId: string; subjectId: string; code: string },
): void {
  recordEvent(context.em, {
    type: "identity.ProvisionRefused",
    key: requestId,
    payload: { requestId, subjectId, code },
    occurredAt: context.clock.now(),
  });
}
