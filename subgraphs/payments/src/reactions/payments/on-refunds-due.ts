import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { notifyGuardians } from "../../use-cases/notify-guardians.js";

/**
 * Both guardians learn that money is owed back, and may say where to pay it. Money that waits for a cashier to place it is
 * none of that yet.
 */
export async function onPaymentCasesOpened(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.PaymentCaseOpened">[],
): Promise<void> {
  const owed = events.filter(({ payload }) => payload.reason === "OVERPAYMENT");
  await notifyGuardians(
    context,
    owed.map(({ payload: { caseId, billId, studentId }, occurredAt }) => ({
      kind: "OVERPAID",
      billId,
      studentId,
      occurredAt,
      aboutId: caseId,
    })),
  );
}

/** And that it was paid. */
export async function onRefundsPaidOut(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.RefundPaidOut">[],
): Promise<void> {
  await notifyGuardians(
    context,
    events.map(({ payload: { refundId, billId, studentId }, occurredAt }) => ({
      kind: "REFUNDED",
      billId,
      studentId,
      occurredAt,
      aboutId: refundId,
    })),
  );
}
