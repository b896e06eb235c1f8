import { subjectOf } from "@campus-graph/kit/context";
import { numberBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import { isMoney } from "../domain/money.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { Refund } from "../domain/refund.js";
import { checkedReason, decideCase } from "./decide-case.js";

export interface ProposeRefundRequest {
  caseId: string;
  /** Whole NT$, at most what is open of the case. */
  amount: number;
  reason: string;
}

/**
 * Proposes to pay money of a case back, all of it or a part. Another cashier approves. Refuses more than is open
 * (CASE_EXCEEDED). The same asked again while it waits changes nothing.
 */
export function proposeRefund(
  context: PaymentsContext,
  { caseId, amount, reason }: ProposeRefundRequest,
): Promise<PaymentCase> {
  const said = checkedReason("reason", reason);
  return decideCase(context, caseId, async (context, { of, refunds }) => {
    const by = subjectOf(context);
    if (!isMoney(amount)) throw new BadInput({ field: "amount", rule: numberBetween(1, of.amount) });
    if (refunds.some((each) => isSame(each, by, amount, said))) return of;
    of.checkOpen(refunds, amount);
    const id = context.newId();
    const refund = { id, caseId: of.id, amount, reason: said, proposedBy: by };
    context.em.persist(new Refund({ ...refund, proposedAt: context.clock.now() }));
    of.release();
    await recordAudit(context, {
      act: "proposeRefund",
      object: `paymentCase:${of.id}`,
      detail: { refundId: id, amount },
    });
    return of;
  });
}

function isSame(refund: Refund, by: string, amount: number, reason: string): boolean {
  if (refund.state !== "PROPOSED" || refund.proposedBy !== by) return false;
  return refund.amount === amount && refund.reason === reason;
}
