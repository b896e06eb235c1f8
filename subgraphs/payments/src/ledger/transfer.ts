import type { Bill } from "../domain/bill.js";
import type { Money } from "../domain/money.js";
import type { Payment } from "../domain/payment.js";
import { collectedBy, type LedgerAccount } from "./account.js";

export interface NewTransfer {
  id: string;
  kind: "BILL_ISSUED" | "PAYMENT_RECEIVED" | "OVERPAYMENT_RECEIVED";
  schoolCode: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amount: Money;
  billId: string;
  paymentId: string | null;
  postedAt: Date;
}

/**
 * One amount, from one account to another: a debit and an equal credit by its very shape, so an unbalanced entry
 * cannot be written. Transfers are only ever added; a correction is a new transfer the other way.
 */
export class Transfer implements NewTransfer {
  readonly id: string;
  readonly kind: NewTransfer["kind"];
  readonly schoolCode: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Money;
  readonly billId: string;
  readonly paymentId: string | null;
  readonly postedAt: Date;

  constructor(transfer: NewTransfer) {
    this.id = transfer.id;
    this.kind = transfer.kind;
    this.schoolCode = transfer.schoolCode;
    this.debit = transfer.debit;
    this.credit = transfer.credit;
    this.amount = transfer.amount;
    this.billId = transfer.billId;
    this.paymentId = transfer.paymentId;
    this.postedAt = transfer.postedAt;
  }
}

/** The student owes what the bill asks for. */
export function billIssued(id: string, bill: Bill): Transfer {
  return new Transfer({
    id,
    kind: "BILL_ISSUED",
    schoolCode: bill.schoolCode,
    debit: "RECEIVABLE",
    credit: "FEES_BILLED",
    amount: bill.amount,
    billId: bill.id,
    paymentId: null,
    postedAt: bill.issuedAt,
  });
}

/** What a payment does to the books: the channel owes the school, and either the bill is met or the payer is owed. */
export function paymentReceived(id: string, bill: Bill, payment: Payment): Transfer {
  const settles = payment.outcome === "RECEIVED";
  return new Transfer({
    id,
    kind: settles ? "PAYMENT_RECEIVED" : "OVERPAYMENT_RECEIVED",
    schoolCode: bill.schoolCode,
    debit: collectedBy(payment.channel),
    credit: settles ? "RECEIVABLE" : "OVERPAYMENTS",
    amount: payment.amount,
    billId: bill.id,
    paymentId: payment.id,
    postedAt: payment.receivedAt,
  });
}
