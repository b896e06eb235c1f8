import type { Bill } from "../domain/bill.js";
import { type Money, money } from "../domain/money.js";
import type { Payment, PaymentOutcome } from "../domain/payment.js";
import { collectedBy, type LedgerAccount } from "./account.js";

export type TransferKind =
  | "BILL_ISSUED"
  | "BILL_VOIDED"
  | "BILL_REPLACED"
  | "BILL_WAIVED"
  | "FEE_WAIVED"
  | "FEE_WAIVER_ENDED"
  | "PAYMENT_RECEIVED"
  | "OVERPAYMENT_RECEIVED"
  | "UNAPPLIED_RECEIVED";

export interface NewTransfer {
  id: string;
  kind: TransferKind;
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
  readonly kind: TransferKind;
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

/** What a new bill does to the books: the student owes what it asks for, and what it waives was billed all the same. */
export function billIssued(newId: () => string, bill: Bill): Transfer[] {
  return legs(newId, bill, bill.issuedAt, [
    ["BILL_ISSUED", "RECEIVABLE", "FEES_BILLED", bill.amount],
    ["FEE_WAIVED", "WAIVERS", "FEES_BILLED", bill.waived],
  ]);
}

/** The bill is taken back, or another stands in its place: all that it did to the books is undone. */
export function billUndone(newId: () => string, bill: Bill, at: Date): Transfer[] {
  const kind = bill.status === "SUPERSEDED" ? "BILL_REPLACED" : "BILL_VOIDED";
  return legs(newId, bill, at, [
    [kind, "FEES_BILLED", "RECEIVABLE", bill.amount],
    ["FEE_WAIVER_ENDED", "FEES_BILLED", "WAIVERS", bill.waived],
  ]);
}

/** The school asks for none of the bill: it was billed, and is waived. */
export function billWaived(newId: () => string, bill: Bill, at: Date): Transfer[] {
  return legs(newId, bill, at, [["BILL_WAIVED", "WAIVERS", "RECEIVABLE", bill.amount]]);
}

type Leg = [kind: TransferKind, debit: LedgerAccount, credit: LedgerAccount, amount: number];

function legs(newId: () => string, bill: Bill, postedAt: Date, legs: readonly Leg[]): Transfer[] {
  const { id: billId, schoolCode } = bill;
  return legs
    .filter(([, , , amount]) => amount > 0)
    .map(
      ([kind, debit, credit, amount]) =>
        new Transfer({
          id: newId(),
          kind,
          schoolCode,
          debit,
          credit,
          amount: money(amount),
          billId,
          paymentId: null,
          postedAt,
        }),
    );
}

/** What a payment does to the books: the channel owes the school, and either the bill is met or the payer is owed. */
export function paymentReceived(id: string, bill: Bill, payment: Payment): Transfer {
  const { kind, credit } = arrivals[payment.outcome];
  return new Transfer({
    id,
    kind,
    schoolCode: bill.schoolCode,
    debit: collectedBy(payment.channel),
    credit,
    amount: payment.amount,
    billId: bill.id,
    paymentId: payment.id,
    postedAt: payment.receivedAt,
  });
}

const arrivals = {
  RECEIVED: { kind: "PAYMENT_RECEIVED", credit: "RECEIVABLE" },
  OVERPAYMENT: { kind: "OVERPAYMENT_RECEIVED", credit: "OVERPAYMENTS" },
  UNAPPLIED: { kind: "UNAPPLIED_RECEIVED", credit: "UNAPPLIED" },
} as const satisfies Record<PaymentOutcome, { kind: TransferKind; credit: LedgerAccount }>;
