import { presentRefusal } from "@campus-graph/kit/graphql/refusal.type";
import type { Refusal } from "@campus-graph/kit/refusals/refusal";
import type { PaymentsContext } from "../context.js";
import type { Payment } from "../domain/payment.js";
import { AlreadyBilled, StudentNotAtSchool } from "../domain/refusals.js";
import { refusals } from "../refusals.js";
import type { PayableBill } from "../use-cases/find-payable-bill.js";
import type { IssuedRow } from "../use-cases/issue-bills.js";
import type { BillFilter } from "../use-cases/list-school-bills.js";
import type { BillsPreview } from "../use-cases/preview-bills.js";
import type { BillFilterInput } from "./bill-filter.input.js";
import type { BillPreviewType } from "./bill-preview.types.js";
import type { IssueResultType } from "./issue-bills.types.js";
import type { PayableBillType } from "./payable-bill.type.js";
import type { PaymentReceiptType } from "./payment-receipt.type.js";

/** Why a row may be refused; the stored answer of an issue keeps only the code. */
const rowRefusals: Readonly<Record<NonNullable<IssuedRow["refusal"]>, Refusal>> = {
  ALREADY_BILLED: new AlreadyBilled(),
  STUDENT_NOT_AT_SCHOOL: new StudentNotAtSchool(),
};

export function presentIssued(
  context: PaymentsContext,
  { studentId, billId, refusal }: IssuedRow,
): IssueResultType {
  return {
    studentId,
    ok: billId !== null,
    billId,
    refusal: refusal === null ? null : presentRefusal(context, rowRefusals[refusal], refusals),
  };
}

export function presentPayable({ bill, maskedStudentName, channels }: PayableBill): PayableBillType {
  const { accountNumber, amount, dueDate, title, schoolName, status } = bill;
  return { accountNumber, amount, dueDate, title, schoolName, status, maskedStudentName, channels };
}

export function presentReceipt(payment: Payment): PaymentReceiptType {
  const { transactionNumber, accountNumber, amount, outcome, receivedAt } = payment;
  return { transactionNumber, accountNumber, amount, outcome, receivedAt };
}

export function presentPreview(
  context: PaymentsContext,
  { rows, total, warnings }: BillsPreview,
): BillPreviewType {
  const present = (refusal: Refusal) => presentRefusal(context, refusal, refusals);
  return {
    rows: rows.map(({ studentId, maskedName, amount, warnings }) => ({
      student: { id: studentId, maskedName },
      amount,
      warnings: warnings.map(present),
    })),
    total,
    warnings: warnings.map(present),
  };
}

export function filterOf(filter: BillFilterInput | null): BillFilter {
  if (!filter) return {};
  const { overdue, ...rest } = filter;
  return { ...rest, isOverdue: overdue };
}
