import type { Channel } from "./channel.js";
import type { Money } from "./money.js";
import type { PayAccountNumber } from "./pay-account-number.js";

/**
 * What became of money that arrived: it settled the bill; the bill needed it no more and it is owed back; or it was paid
 * under a retired number whose new bill asks for another amount, and waits for a cashier.
 */
export const paymentOutcomes = ["RECEIVED", "OVERPAYMENT", "UNAPPLIED"] as const;
export type PaymentOutcome = (typeof paymentOutcomes)[number];

/** By whose word a payment is known: a partner's notice, the bank's file, or a cashier's who credits what was overpaid. */
export const paymentSources = ["NOTICE", "SETTLEMENT", "CASE"] as const;
export type PaymentSource = (typeof paymentSources)[number];

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
    readonly source: PaymentSource = "NOTICE",
  ) {
    this.transactionNumber = notice.transactionNumber;
    this.accountNumber = notice.accountNumber;
    this.amount = notice.amount;
    this.channel = notice.channel;
    this.paidAt = notice.paidAt;
  }

  /**
   * Whether a notice under the same transaction number tells of this very payment. The bank's file knows the day alone, so
   * of a payment that was first heard of by it, the notice may say another time.
   */
  isReportedBy(notice: PaymentNotice): boolean {
    return (
      this.accountNumber === notice.accountNumber &&
      this.amount === notice.amount &&
      this.channel === notice.channel &&
      (this.source === "SETTLEMENT" || this.paidAt.getTime() === notice.paidAt.getTime())
    );
  }
}
