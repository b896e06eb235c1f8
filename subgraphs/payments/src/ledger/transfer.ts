import type { Bill } from "../domain/bill.js";
import { type Money, money } from "../domain/money.js";
import type { Payment, PaymentOutcome } from "../domain/payment.js";
import type { CaseReason, PaymentCase } from "../domain/payment-case.js";
import type { Refund } from "../domain/refund.js";
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
  | "UNAPPLIED_RECEIVED"
  | "CASE_CREDITED"
  | "PAID_BILL_REDUCED"
  | "PAID_FEE_WAIVED"
  | "REFUND_APPROVED"
  | "REFUND_PAID_OUT"
  | "PAYMENT_SETTLED"
  | "SUSPENSE_RECEIVED"
  | "SUSPENSE_PAID"
  | "SUSPENSE_PLACED"
  | "SUSPENSE_GIVEN_BACK";

export interface NewTransfer {
  id: string;
  kind: TransferKind;
  /** Whose book it stands in: a school's, or the city's own (`cityBook`). */
  schoolCode: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amount: Money;
  /** Null for money that belongs to no bill. */
  billId: string | null;
  paymentId: string | null;
  /** What else it is about: a case, a refund, a line of the bank's file. Null where bill and payment say it all. */
  referenceId?: string | null;
  postedAt: Date;
}

/**
 * One amount, from one account to another: a debit and an equal credit by its very shape, so an unbalanced entry
 * cannot be written. Transfers are only ever added; a correction is a new transfer the other way.
 */
export class Transfer {
  readonly id: string;
  readonly kind: TransferKind;
  readonly schoolCode: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Money;
  readonly billId: string | null;
  readonly paymentId: string | null;
  readonly referenceId: string | null;
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
    this.referenceId = transfer.referenceId ?? null;
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

/** Money that waited settles another bill of its student. */
export function caseCredited(id: string, { reason }: PaymentCase, bill: Bill, payment: Payment): Transfer {
  return new Transfer({
    id,
    kind: "CASE_CREDITED",
    schoolCode: bill.schoolCode,
    debit: waitingOn[reason],
    credit: "RECEIVABLE",
    amount: payment.amount,
    billId: bill.id,
    paymentId: payment.id,
    postedAt: payment.receivedAt,
  });
}

/** A paid bill asks for less: what it asks no more for is owed back, as not billed or as waived. */
export function paidBillReduced(
  id: string,
  kind: "PAID_BILL_REDUCED" | "PAID_FEE_WAIVED",
  opened: PaymentCase,
): Transfer {
  const { id: referenceId, schoolCode, amount, billId, paymentId, openedAt: postedAt } = opened;
  const debit = kind === "PAID_FEE_WAIVED" ? "WAIVERS" : "FEES_BILLED";
  const credit = "OVERPAYMENTS";
  return new Transfer({
    id,
    kind,
    schoolCode,
    debit,
    credit,
    amount,
    billId,
    paymentId,
    referenceId,
    postedAt,
  });
}

/** Two cashiers have said so: the money waits for the bank to pay it. */
export function refundApproved(id: string, of: PaymentCase, refund: Refund, postedAt: Date): Transfer {
  return ofRefund(id, of, refund, postedAt, ["REFUND_APPROVED", waitingOn[of.reason], "REFUNDS_PAYABLE"]);
}

/** The bank has paid it. */
export function refundPaidOut(id: string, of: PaymentCase, refund: Refund, postedAt: Date): Transfer {
  return ofRefund(id, of, refund, postedAt, ["REFUND_PAID_OUT", "REFUNDS_PAYABLE", "BANK"]);
}

function ofRefund(
  id: string,
  { schoolCode, billId, paymentId }: PaymentCase,
  { id: referenceId, amount }: Refund,
  postedAt: Date,
  [kind, debit, credit]: readonly [TransferKind, LedgerAccount, LedgerAccount],
): Transfer {
  return new Transfer({
    id,
    kind,
    schoolCode,
    debit,
    credit,
    amount,
    billId,
    paymentId,
    referenceId,
    postedAt,
  });
}

/** On which account the money of a case waits. */
const waitingOn = {
  OVERPAYMENT: "OVERPAYMENTS",
  UNAPPLIED: "UNAPPLIED",
} as const satisfies Record<CaseReason, LedgerAccount>;
