import type { Money } from "./money.js";
import type { PaymentOutcome } from "./payment.js";
import type { Refund } from "./refund.js";
import { CaseClosed, CaseExceeded, RefundAccountFixed } from "./refusals.js";

/** Why money waits: it is owed back, or nobody knows yet what it was for. */
export const caseReasons = ["OVERPAYMENT", "UNAPPLIED"] as const satisfies readonly PaymentOutcome[];
export type CaseReason = (typeof caseReasons)[number];

export interface NewPaymentCase {
  id: string;
  schoolCode: string;
  billId: string;
  studentId: string;
  paymentId: string;
  reason: CaseReason;
  amount: Money;
  openedAt: Date;
  /** The cashier whose act made a paid bill smaller, and why; null where the money itself opened the case. */
  openedBy: string | null;
  openingReason: string | null;
}

/** Where a guardian wants money paid back. */
export interface RefundAccount {
  /** 3 digits. */
  bankCode: string;
  /** Sealed: it opens for an order to the bank alone. */
  sealedAccount: string;
  /** The last four digits, all that is ever shown. */
  accountEnd: string;
  subject: string;
  givenAt: Date;
}

/** Money that arrived and settled no bill, or that a bill needs no more: until all of it is credited or paid back. */
export class PaymentCase {
  readonly id: string;
  readonly schoolCode: string;
  readonly billId: string;
  readonly studentId: string;
  readonly paymentId: string;
  readonly reason: CaseReason;
  readonly amount: Money;
  readonly openedAt: Date;
  readonly openedBy: string | null;
  readonly openingReason: string | null;
  /** That it waits on purpose, since when, by whose word and for what. */
  heldAt: Date | null = null;
  heldBy: string | null = null;
  holdNote: string | null = null;
  payeeBankCode: string | null = null;
  /** Sealed; erased once the case is closed. */
  payeeAccount: string | null = null;
  payeeAccountEnd: string | null = null;
  payeeSubject: string | null = null;
  payeeGivenAt: Date | null = null;
  closedAt: Date | null = null;

  constructor(opened: NewPaymentCase) {
    this.id = opened.id;
    this.schoolCode = opened.schoolCode;
    this.billId = opened.billId;
    this.studentId = opened.studentId;
    this.paymentId = opened.paymentId;
    this.reason = opened.reason;
    this.amount = opened.amount;
    this.openedAt = opened.openedAt;
    this.openedBy = opened.openedBy;
    this.openingReason = opened.openingReason;
  }

  /** What of it nothing is decided about yet, in whole NT$. */
  openAmount(refunds: readonly Refund[]): number {
    return this.amount - refunds.reduce((sum, { counts, amount }) => sum + (counts ? amount : 0), 0);
  }

  /** Refuses unless so much is still open. */
  checkOpen(refunds: readonly Refund[], amount: number): void {
    if (this.closedAt) throw new CaseClosed();
    const open = this.openAmount(refunds);
    if (amount > open) throw new CaseExceeded({ open });
  }

  hold(by: string, note: string, at: Date): void {
    if (this.closedAt) throw new CaseClosed();
    this.heldAt = at;
    this.heldBy = by;
    this.holdNote = note;
  }

  /** Something was decided, so it waits no more. */
  release(): void {
    this.heldAt = null;
    this.heldBy = null;
    this.holdNote = null;
  }

  /**
   * Refuses once the bank was asked to pay to the account of before, and another guardian than the one who gave it, while
   * they are still one of `guardians`, those who are bound to the student now.
   */
  payTo(account: RefundAccount, refunds: readonly Refund[], guardians: readonly string[]): void {
    if (this.closedAt) throw new CaseClosed();
    const { payeeSubject } = this;
    const isAnothers =
      payeeSubject !== null && payeeSubject !== account.subject && guardians.includes(payeeSubject);
    if (isAnothers || refunds.some(({ orderedAt }) => orderedAt !== null)) throw new RefundAccountFixed();
    this.payeeBankCode = account.bankCode;
    this.payeeAccount = account.sealedAccount;
    this.payeeAccountEnd = account.accountEnd;
    this.payeeSubject = account.subject;
    this.payeeGivenAt = account.givenAt;
  }

  /** Closed once all of it has been credited or paid back; the account that it went to is then of no more use. */
  closeWhenOver(refunds: readonly Refund[], at: Date): void {
    const over = refunds.reduce((sum, { isOver, amount }) => sum + (isOver ? amount : 0), 0);
    if (over < this.amount) return;
    this.closedAt = at;
    this.payeeAccount = null;
  }
}
