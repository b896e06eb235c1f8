import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { PaymentsContext } from "../context.js";
import type { Refund } from "../domain/refund.js";
import { refundPaidOut } from "../ledger/transfer.js";
import type { HeldCase } from "./decide-case.js";

/** The bank has paid a refund; in the transaction in which its file is read, the case being held. */
export function payOutRefund(
  { em, newId, clock }: PaymentsContext,
  refund: Refund,
  { of, refunds }: HeldCase,
  paidOutAt: Date,
): void {
  refund.payOut(paidOutAt);
  of.closeWhenOver(refunds, clock.now());
  em.persist(refundPaidOut(newId(), of, refund, clock.now()));
  const { id: caseId, billId, studentId, schoolCode } = of;
  recordEvent(em, {
    type: "payments.RefundPaidOut",
    key: billId,
    payload: {
      caseId,
      refundId: refund.id,
      billId,
      studentId,
      schoolCode,
      amount: refund.amount,
      paidOutAt: paidOutAt.toISOString(),
    },
    occurredAt: clock.now(),
  });
}
