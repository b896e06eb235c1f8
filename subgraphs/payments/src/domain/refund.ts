import type { Money } from "./money.js";
import { type RefundAct, type RefundState, refundTransitions } from "./refund-state.js";
import { OwnRefund, RefundDecided } from "./refusals.js";

export interface NewRefund {
  id: string;
  caseId: string;
  amount: Money;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
}

/** A part of a case's money, or all of it: paid back to the payer, or credited to another bill of the student. */
export class Refund {
  readonly id: string;
  readonly caseId: string;
  readonly amount: Money;
  readonly reason: string;
  state: RefundState = "PROPOSED";
  /** The subject of the cashier who proposed it, or credited it. */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** The subject of the cashier who approved or rejected it. */
  decidedBy: string | null = null;
  decidedAt: Date | null = null;
  rejectionReason: string | null = null;
  /** The bill that it settled; null unless it is CREDITED. */
  creditedBillId: string | null = null;
  /** When the bank was first asked to pay it. */
  orderedAt: Date | null = null;
  paidOutAt: Date | null = null;

  constructor(refund: NewRefund) {
    this.id = refund.id;
    this.caseId = refund.caseId;
    this.amount = refund.amount;
    this.reason = refund.reason;
    this.proposedBy = refund.proposedBy;
    this.proposedAt = refund.proposedAt;
  }

  /** What a case's money is credited to instead of being paid back. */
  static credited(refund: NewRefund, billId: string): Refund {
    const credited = new Refund(refund);
    credited.state = "CREDITED";
    credited.creditedBillId = billId;
    return credited;
  }

  /** Whether it takes a part of the case's money. */
  get counts(): boolean {
    return this.state !== "REJECTED";
  }

  /** Whether nothing more becomes of it. */
  get isOver(): boolean {
    return this.state === "CREDITED" || this.state === "PAID_OUT";
  }

  /** Refuses the cashier who proposed it (OWN_REFUND): money leaves by two persons' word. */
  approve(by: string, at: Date): void {
    if (by === this.proposedBy) throw new OwnRefund();
    this.decide("approve", by, at);
  }

  /** Whoever proposed it may take it back too. */
  reject(by: string, reason: string, at: Date): void {
    this.decide("reject", by, at);
    this.rejectionReason = reason;
  }

  /** The bank says that it has paid. */
  payOut(at: Date): void {
    this.move("payOut");
    this.paidOutAt = at;
  }

  private decide(act: RefundAct, by: string, at: Date): void {
    this.move(act);
    this.decidedBy = by;
    this.decidedAt = at;
  }

  private move(act: RefundAct): void {
    const next = refundTransitions[act][this.state];
    if (next === null) throw new RefundDecided({ state: this.state });
    this.state = next;
  }
}
