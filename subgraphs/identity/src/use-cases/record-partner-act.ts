import { encryptField } from "@campus-graph/kit/auth/crypto";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { IdentityContext } from "../context.js";

/** Which partner is changed, and why. An operator's command gives no reason. */
export interface PartnerAct {
  clientId: string;
  reason?: string;
}

/** Writes down who did what to which partner; the reason sealed, since an office's words may name people. */
export function recordPartnerAct(
  context: IdentityContext,
  act: string,
  { clientId, reason }: PartnerAct,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const place = { table: "audit", column: "reason", row: clientId };
  const sealed =
    reason === undefined ? {} : { reason: encryptField(context.keys.ring("field"), reason, place) };
  return recordAudit(context, { act, object: `partner:${clientId}`, detail: { ...detail, ...sealed } });
}
