import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentClaim } from "../domain/payment-claim.js";

/** Says, with the change itself, that a claim on the bill has begun or ended. */
export function recordClaimEvent(
  { em }: PaymentsContext,
  type: "payments.ClaimStarted" | "payments.ClaimEnded",
  { id: claimId }: PaymentClaim,
  { id: billId, studentId }: Bill,
  occurredAt: Date,
): void {
  recordEvent(em, { type, key: billId, payload: { claimId, billId, studentId }, occurredAt });
}
