import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { Money } from "../domain/money.js";
import type { Payment } from "../domain/payment.js";
import { type CaseReason, PaymentCase } from "../domain/payment-case.js";

/** The cashier whose act left money over, and why. */
export interface CaseOpening {
  by: string;
  reason: string;
}

/** Money of a payment waits from now on; in the transaction of what left it over. */
export function openCase(
  { em, newId, clock }: PaymentsContext,
  { id: billId, schoolCode, studentId }: Bill,
  { id: paymentId }: Payment,
  { reason, amount, opening }: { reason: CaseReason; amount: Money; opening?: CaseOpening },
): PaymentCase {
  const openedAt = clock.now();
  const opened = new PaymentCase({
    id: newId(),
    schoolCode,
    billId,
    studentId,
    paymentId,
    reason,
    amount,
    openedAt,
    openedBy: opening?.by ?? null,
    openingReason: opening?.reason ?? null,
  });
  em.persist(opened);
  recordEvent(em, {
    type: "payments.PaymentCaseOpened",
    key: billId,
    payload: {
      caseId: opened.id,
      billId,
      studentId,
      schoolCode,
      amount,
      reason,
      openedAt: openedAt.toISOString(),
    },
    occurredAt: openedAt,
  });
  return opened;
}
