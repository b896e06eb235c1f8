import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import type { Bill, BillEnding } from "../domain/bill.js";
import type { Money } from "../domain/money.js";
import { paidBillReduced } from "../ledger/transfer.js";
import { casesOfBills } from "../persistence/payment-cases.js";
import { paymentThatSettled } from "../persistence/payments.js";
import { openCase } from "./open-case.js";

/**
 * The school asks for less of a bill that is paid: the bill stays as it was paid, and the difference is owed back. Asked
 * again by the same cashier with the same reason it changes nothing.
 */
export async function reducePaidBill(
  context: PaymentsContext,
  bill: Bill,
  { amount, kind }: { amount: Money; kind: "PAID_BILL_REDUCED" | "PAID_FEE_WAIVED" },
  ending: BillEnding,
): Promise<Bill> {
  const { em, newId } = context;
  const earlier = (await casesOfBills(em, [bill.id])).get(bill.id) ?? [];
  if (earlier.some((each) => isSame(each, amount, ending))) return bill;
  const payment = (await paymentThatSettled(em, bill.id))!;
  bill.reduceBy(amount);
  const opening = { by: ending.by, reason: ending.reason };
  const opened = openCase(context, bill, payment, { reason: "OVERPAYMENT", amount, opening });
  em.persist(paidBillReduced(newId(), kind, opened));
  await recordAudit(context, {
    act: "reducePaidBill",
    object: `bill:${bill.id}`,
    detail: { reason: ending.reason, caseId: opened.id, amount },
  });
  return bill;
}

function isSame(
  opened: { amount: number; openedBy: string | null; openingReason: string | null },
  amount: number,
  { by, reason }: BillEnding,
): boolean {
  return opened.amount === amount && opened.openedBy === by && opened.openingReason === reason;
}
