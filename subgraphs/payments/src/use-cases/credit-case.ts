import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { Payment } from "../domain/payment.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { Refund } from "../domain/refund.js";
import { BillTakesNoCredit } from "../domain/refusals.js";
import { caseCredited } from "../ledger/transfer.js";
import { findBills, lockBill } from "../persistence/bills.js";
import { findPaymentsById } from "../persistence/payment-cases.js";
import { announcePayment } from "./book-payment.js";
import { decideCase } from "./decide-case.js";

export interface CreditCaseRequest {
  caseId: string;
  /** The bill that the money shall settle. */
  billId: string;
}

/**
 * Settles another unpaid bill of the same student and school with money that waits; what is left over goes on waiting. Refuses
 * a bill that is not such (BILL_TAKES_NO_CREDIT). Asked again it changes nothing.
 */
export function creditCase(
  context: PaymentsContext,
  { caseId, billId }: CreditCaseRequest,
): Promise<PaymentCase> {
  return decideCase(context, caseId, async (context, { of, refunds }) => {
    if (refunds.some(({ creditedBillId }) => creditedBillId === billId)) return of;
    const bill = await lockTarget(context, of, billId);
    if (bill.amount > of.openAmount(refunds)) throw new BillTakesNoCredit();
    const credit = await settle(context, of, bill);
    of.release();
    of.closeWhenOver([...refunds, credit], context.clock.now());
    await recordAudit(context, {
      act: "creditCase",
      object: `paymentCase:${of.id}`,
      detail: { billId: bill.id, amount: bill.amount },
    });
    return of;
  });
}

async function lockTarget({ em }: PaymentsContext, of: PaymentCase, billId: string): Promise<Bill> {
  const [seen] = isId(billId) ? await findBills(em, [billId]) : [];
  if (seen?.studentId !== of.studentId || seen.schoolCode !== of.schoolCode) throw new BillTakesNoCredit();
  const bill = await lockBill(em, billId);
  if (bill.status !== "UNPAID") throw new BillTakesNoCredit();
  return bill;
}

/** The credit is a payment of the bill by the same channel, under a number of our own. */
async function settle(context: PaymentsContext, of: PaymentCase, bill: Bill): Promise<Refund> {
  const { em, newId, clock } = context;
  const now = clock.now();
  const by = subjectOf(context);
  const origin = (await findPaymentsById(em, [of.paymentId])).get(of.paymentId)!;
  const { accountNumber, amount } = bill;
  const id = newId();
  const notice = { accountNumber, amount, channel: origin.channel, transactionNumber: id, paidAt: now };
  const payment = new Payment(id, bill.id, creditedBy, notice, "RECEIVED", now, "CASE");
  const refund = { id: newId(), caseId: of.id, amount, reason: bill.title, proposedBy: by, proposedAt: now };
  const credit = Refund.credited(refund, bill.id);
  bill.settle(now);
  await em.persist([payment, credit]).flush();
  em.persist(caseCredited(newId(), of, bill, payment));
  announcePayment(context, bill, payment);
  return credit;
}

/** Stands where a partner's client id does. */
const creditedBy = "campus";
