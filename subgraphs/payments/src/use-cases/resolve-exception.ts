import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { isOperator, seeException } from "../access/settlement.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { BillNotFound, ExceptionResolved, RemedyNotPossible } from "../domain/refusals.js";
import { type Remedy, remediesOf, type SettlementException } from "../domain/settlement.js";
import { givenBack, paymentSettled, placed } from "../ledger/settlement-transfers.js";
import { lockBill } from "../persistence/bills.js";
import { decideException, lockException } from "../persistence/settlement-exceptions.js";
import { billsByNumber, lineOfException } from "../persistence/settlement-lines.js";
import { post } from "../persistence/transfers.js";
import { noticeOf } from "./book-lines.js";
import { bookPayment } from "./book-payment.js";
import { checkedReason } from "./decide-case.js";

export interface ResolveExceptionRequest {
  id: string;
  remedy: Remedy;
  note: string;
  /** APPLY: the number of the bill for which the money was. */
  accountNumber: string | null;
}

/**
 * Says what becomes of a line that did not fit. APPLY takes its money out of suspense and books it for the bill of that
 * number; REFUND says that the bank has it back; HOLD leaves it where it is, with a note, which is the end of what has no
 * money in suspense. Refuses EXCEPTION_RESOLVED, REMEDY_NOT_POSSIBLE and BILL_NOT_FOUND.
 */
export async function resolveException(
  context: PaymentsContext,
  { id, remedy, note, accountNumber }: ResolveExceptionRequest,
): Promise<SettlementException> {
  const seen = await seeException(context, id);
  if (!seen) throw new NotFound();
  const said = checkedReason("note", note);
  return transaction(context, async (context) => {
    const exception = await lockException(context.em, id);
    if (exception.resolvedAt) throw new ExceptionResolved();
    if (!remediesOf(exception).includes(remedy)) throw new RemedyNotPossible({ remedy });
    const decided: SettlementException = {
      ...exception,
      remedy,
      note: said,
      decidedBy: context.viewer.subject,
      ...(await effectOf(context, exception, remedy, accountNumber)),
    };
    await decideException(context.em, decided);
    await recordAudit(context, {
      act: "resolveException",
      object: `settlementException:${id}`,
      detail: { remedy, paymentId: decided.paymentId },
    });
    return decided;
  });
}

async function effectOf(
  context: PaymentsContext,
  exception: SettlementException,
  remedy: Remedy,
  accountNumber: string | null,
): Promise<Partial<SettlementException>> {
  const now = context.clock.now();
  if (remedy === "HOLD") return exception.isSuspended ? {} : { resolvedAt: now };
  const line = (await lineOfException(context.em, exception.lineId!))!;
  const over = { isSuspended: false, resolvedAt: now };
  if (remedy === "REFUND") {
    await post(context.em, [givenBack(context.newId(), line, now)]);
    return over;
  }
  if (line.kind === "REFUND") throw new RemedyNotPossible({ remedy });
  const bill = await lockNamed(context, exception, accountNumber);
  // The line's own number may stand for a payment already: then the line names itself.
  const transactionNumber = exception.kind === "DUPLICATE" ? line.id : line.transactionNumber;
  const notice = { ...noticeOf(line), accountNumber: bill.accountNumber, transactionNumber };
  const payment = await bookPayment(context, bill, notice, { partner: line.partner, source: "SETTLEMENT" });
  await context.em.flush();
  await post(context.em, [
    placed(context.newId(), line, now),
    paymentSettled(context.newId(), { ...payment, schoolCode: bill.schoolCode }, line, now),
  ]);
  return { ...over, paymentId: payment.id };
}

/** A cashier places money on bills of their own school; the operator, who looks after suspense, on every school's. */
async function lockNamed(
  context: PaymentsContext,
  { schoolCode }: SettlementException,
  accountNumber: string | null,
): Promise<Bill> {
  const named = accountNumber?.normalize("NFKC").replace(/[\s-]/g, "") ?? "";
  const found = (await billsByNumber(context.em, [named])).get(named);
  if (!found || (!isOperator(context) && found.schoolCode !== schoolCode)) throw new BillNotFound();
  return lockBill(context.em, found.id);
}
