import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { noteAccountOfRequest } from "../persistence/requests.js";

/** Which account an approved request led to. */
export interface Provisioned {
  requestId: string;
  account: Pick<Account, "id" | "personKey">;
  /** The person had the account before. */
  existing: boolean;
  /** Of the national ID that the person had until now, where another has taken its place. */
  formerKey: string | null;
}

/** Writes down which account an approved request led to, and tells the others. */
export async function publishProvisioned(
  context: IdentityContext,
  { requestId, account: { id, personKey }, existing, formerKey }: Provisioned,
): Promise<void> {
  if (personKey === null) throw new Error(`The account ${id} has a guardian without a national ID.`);
  await noteAccountOfRequest(context, requestId, id);
  recordEvent(context.em, {
    type: "identity.AccountProvisioned",
    key: requestId,
    payload: {
      requestId,
      subjectId: id,
      existing,
      personKey,
      ...(formerKey === null ? {} : { formerPersonKey: formerKey }),
    },
    occurredAt: context.clock.now(),
  });
  await recordAudit(context, {
    act: "provision-account",
    object: `account:${id}`,
    detail: { existing },
  });
}

/** No account comes of an approved request, and why. */
export function publishRefused(
  context: IdentityContext,
  { requestId, subjectId, code }: { requestId: string; subjectId: string; code: string },
): void {
  recordEvent(context.em, {
    type: "identity.ProvisionRefused",
    key: requestId,
    payload: { requestId, subjectId, code },
    occurredAt: context.clock.now(),
  });
}
