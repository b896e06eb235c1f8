import type { Channel } from "./channel.js";
import type { Money } from "./money.js";
import type { PayAccountNumber } from "./pay-account-number.js";

/**
 * What became of money that arrived: it settled the bill; the bill needed it no more and it is owed back; or it was paid
 * under a retired number whose new bill asks for another amount, and waits for a cashier.
 */
export const paymentOutcomes = ["RECEIVED", "OVERPAYMENT", "UNAPPLIED"] as const;
export type PaymentOutcome = (typeof paymentOutcomes)[number];

/** A partner's word that a payer paid. Known by the partner and its transaction number. */
export interface PaymentNotice {
  accountNumber: PayAccountNumber;
  amount: Money;
  channel: Channel;
  transactionNumber: string;
  paidAt: Date;
}

/** Money that arrived for a bill through a channel. It is never changed. */
export class Payment implements PaymentNotice {
  readonly transactionNumber: string;
  readonly accountNumber: PayAccountNumber;
  readonly amount: Money;
  readonly channel: Channel;
  readonly paidAt: Date;

  constructor(
    readonly id: string,
    readonly billId: string,
    readonly partner: string,
    notice: PaymentNotice,
    readonly outcome: PaymentOutcome,
    readonly receivedAt: Date,
  ) {
    this.transactionNumber = notice.transactionNumber;
    this.accountNumber = notice.accountNumber;
    this.amount = notice.amount;
    this.channel = notice.channel;
    this.paidAt = notice.paidAt;
  }

  /** Whether a notice under the same transaction number tells of this very payment. */
  isReportedBy(notice: PaymentNotice): boolean {
    return (
      this.accountNumber === notice.accountNumber &&
      this.amount === notice.amount &&
      this.channel === notice.channel &&
      this.paidAt.getTime() === notice.paidAt.getTime()
    );
  }
}
