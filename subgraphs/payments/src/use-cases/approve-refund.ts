import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { refundApproved } from "../ledger/transfer.js";
import { checkedReason, decideRefund } from "./decide-case.js";

/**
 * Another cashier than the one who proposed it says yes: the money is to be paid by the bank, once a guardian has said
 * where to. Refuses OWN_REFUND and REFUND_DECIDED.
 */
export function approveRefund(context: PaymentsContext, refundId: string): Promise<PaymentCase> {
  return decideRefund(context, refundId, async (context, refund, { of }) => {
    const now = context.clock.now();
    refund.approve(subjectOf(context), now);
    context.em.persist(refundApproved(context.newId(), of, refund, now));
    await audit(context, "approveRefund", refundId);
  });
}

/** A cashier says no, or takes back what they proposed: the money is open again. */
export function rejectRefund(
  context: PaymentsContext,
  { refundId, reason }: { refundId: string; reason: string },
): Promise<PaymentCase> {
  const said = checkedReason("reason", reason);
  return decideRefund(context, refundId, async (context, refund) => {
    refund.reject(subjectOf(context), said, context.clock.now());
    await audit(context, "rejectRefund", refundId);
  });
}

function audit(context: PaymentsContext, act: string, refundId: string): Promise<void> {
  return recordAudit(context, { act, object: `refund:${refundId}` });
}
