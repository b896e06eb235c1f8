import { decryptField } from "@campus-graph/kit/auth/crypto";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { PaymentsContext } from "../context.js";
import { lockPayableRefunds } from "../persistence/payment-cases.js";
import { placeOfAccount } from "./set-refund-account.js";

/** As many as a cashier hands the bank in one go. */
const mostPayouts = 500;

/** What the bank is to pay. */
export interface Payout {
  refundId: string;
  amount: number;
  bankCode: string;
  account: string;
  /** Since when the bank has been asked; now, for those that it is asked for the first time. */
  orderedAt: Date;
}

/**
 * All refunds of the school that are approved, not yet paid, and of which a guardian has said where to: the one place where
 * their accounts are opened, each time with a trace. From then on the guardian cannot change them any more. The bank's file
 * says by the refund's id that it has paid.
 */
export function orderPayouts(context: PaymentsContext, schoolCode: string): Promise<Payout[]> {
  return transaction(context, async (context) => {
    const { em, keys, clock } = context;
    const payable = await lockPayableRefunds(em, schoolCode, mostPayouts);
    const payouts = payable.map(({ refund, of }) => {
      refund.orderedAt ??= clock.now();
      return {
        refundId: refund.id,
        amount: refund.amount,
        bankCode: of.payeeBankCode!,
        account: decryptField(keys.ring("field"), of.payeeAccount!, placeOfAccount(of.id)),
        orderedAt: refund.orderedAt,
      };
    });
    await recordAudit(context, {
      act: "orderPayouts",
      object: `school:${schoolCode}`,
      detail: { refundIds: payouts.map(({ refundId }) => refundId) },
    });
    return payouts;
  });
}
