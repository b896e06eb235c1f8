import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { arrivalAt } from "../domain/bill-status.js";
import { Payment, type PaymentNotice, type PaymentOutcome, type PaymentSource } from "../domain/payment.js";
import { TransactionConflict } from "../domain/refusals.js";
import { paymentReceived } from "../ledger/transfer.js";
import { lockBill } from "../persistence/bills.js";
import { insertPayment } from "../persistence/payments.js";
import { openCase } from "./open-case.js";

/** Who says that the money was taken. */
export interface PaymentWord {
  partner: string;
  source: Exclude<PaymentSource, "CASE">;
}

/**
 * Books money that was taken under the number of a bill that is held, whatever has become of the bill: it settles the one
 * that stands in its place where that asks for the same, and else opens a case. Refuses (TRANSACTION_CONFLICT) a
 * transaction number that another bill's payment has just taken.
 */
export async function bookPayment(
  context: PaymentsContext,
  numbered: Bill,
  notice: PaymentNotice,
  { partner, source }: PaymentWord,
): Promise<Payment> {
  const { em, newId, clock } = context;
  const standing = await standingBill(em, numbered);
  const outcome = outcomeFor(numbered, standing, notice);
  const payment = new Payment(newId(), standing.id, partner, notice, outcome, clock.now(), source);
  // Another notice, for another bill, may have taken the number while this one was on its way.
  if (!(await insertPayment(em, payment))) throw new TransactionConflict();
  if (outcome === "RECEIVED") standing.settle(notice.paidAt);
  else openCase(context, standing, payment, { reason: outcome, amount: payment.amount });
  em.persist(paymentReceived(newId(), standing, payment));
  announcePayment(context, standing, payment);
  return payment;
}

/** The bill that is to be paid now in place of the one whose number was paid; held, as that one is. */
async function standingBill(em: PaymentsContext["em"], numbered: Bill): Promise<Bill> {
  let standing = numbered;
  // Later bills stand in the place of earlier ones, so all who do this hold them in the same order.
  while (standing.replacedById) standing = await lockBill(em, standing.replacedById);
  return standing;
}

/** A notice of another amount than the number's is refused before; the bank's file says what came, whatever was asked. */
function outcomeFor(numbered: Bill, standing: Bill, { amount }: PaymentNotice): PaymentOutcome {
  const fits = amount === numbered.amount && standing.amount === numbered.amount;
  return standing.status === "UNPAID" && !fits ? "UNAPPLIED" : arrivalAt[standing.status];
}

export function announcePayment({ em }: PaymentsContext, bill: Bill, payment: Payment): void {
  const { amount, channel, outcome, receivedAt } = payment;
  recordEvent(em, {
    type: "payments.PaymentReceived",
    key: bill.id,
    payload: {
      billId: bill.id,
      paymentId: payment.id,
      accountNumber: bill.accountNumber,
      studentId: bill.studentId,
      schoolCode: bill.schoolCode,
      amount,
      channel,
      outcome,
      receivedAt: receivedAt.toISOString(),
    },
    occurredAt: receivedAt,
  });
}
