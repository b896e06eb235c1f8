import { kitRefusals, type Language, type RefusalSentences } from "@campus-graph/kit/refusal";
import type { Payment } from "../domain/payment.js";
import { refusals } from "../domain/refusals.js";
import type { PayableBill } from "../use-cases/find-payable-bill.js";
import type { IssuedRow } from "../use-cases/issue-bills.js";
import type { IssueResultType } from "./issue-bills.types.js";
import type { PayableBillType } from "./payable-bill.type.js";
import type { PaymentReceiptType } from "./payment-receipt.type.js";

export function presentIssued(
  { studentId, billId, refusal }: IssuedRow,
  language: Language,
): IssueResultType {
  return {
    studentId,
    ok: billId !== null,
    billId,
    refusal: refusal === null ? null : { code: refusal, message: sentence(refusal, language) },
  };
}

const sentences: RefusalSentences = { ...kitRefusals, ...refusals };

function sentence(code: string, language: Language): string {
  const words = sentences[code];
  if (!words) throw new Error(`The refusal ${code} has no words.`);
  return words[language];
}

export function presentPayable({ bill, maskedStudentName, channels }: PayableBill): PayableBillType {
  const { accountNumber, amount, dueDate, title, schoolName, status } = bill;
  return { accountNumber, amount, dueDate, title, schoolName, status, maskedStudentName, channels };
}

export function presentReceipt({ notice, outcome, receivedAt }: Payment): PaymentReceiptType {
  const { transactionNumber, accountNumber, amount } = notice;
  return { transactionNumber, accountNumber, amount, outcome, receivedAt };
}
