import type { Channel } from "./channel.js";
import type { Money } from "./money.js";
import type { PayAccountNumber } from "./pay-account-number.js";

/** What became of money that arrived: it settled the bill, or the bill needed it no more and it is owed back. */
export type PaymentOutcome = "RECEIVED" | "OVERPAYMENT";

/** A partner's word that a payer paid. Known by the partner and its transaction number. */
export interface PaymentNotice {
  accountNumber: PayAccountNumber;
  amount: Money;
  channel: Channel;
  transactionNumber: string;
  paidAt: Date;
}

/** Money that arrived for a bill through a channel. It is never changed. */
export class Payment {
  constructor(
    readonly id: string,
    readonly billId: string,
    readonly partner: string,
    readonly notice: PaymentNotice,
    readonly outcome: PaymentOutcome,
    readonly receivedAt: Date,
  ) {}

  /** Whether a notice under the same transaction number tells of this very payment. */
  isToldBy(notice: PaymentNotice): boolean {
    return (
      this.notice.accountNumber === notice.accountNumber &&
      this.notice.amount === notice.amount &&
      this.notice.channel === notice.channel &&
      this.notice.paidAt.getTime() === notice.paidAt.getTime()
    );
  }
}
