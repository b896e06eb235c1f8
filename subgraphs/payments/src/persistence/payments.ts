import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel } from "../domain/channel.js";
import type { Money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { Payment, type PaymentOutcome } from "../domain/payment.js";

interface PaymentRow {
  id: string;
  bill_id: string;
  partner: string;
  transaction_number: string;
  account_number: PayAccountNumber;
  amount: Money;
  channel: Channel;
  paid_at: string | Date;
  outcome: PaymentOutcome;
  received_at: string | Date;
}

/** The payment that the partner told of under this transaction number. */
export async function findPayment(
  em: EntityManager,
  partner: string,
  transactionNumber: string,
): Promise<Payment | null> {
  const [row] = await em.execute<PaymentRow[]>(
    "select * from payment where partner = ? and transaction_number = ?",
    [partner, transactionNumber],
  );
  return row ? asPayment(row) : null;
}

/** Writes the payment; false when the transaction number is already taken, which waits for whoever is taking it. */
export async function insertPayment(em: EntityManager, payment: Payment): Promise<boolean> {
  const { notice } = payment;
  const rows = await em.execute<unknown[]>(
    `insert into payment
       (id, bill_id, partner, transaction_number, account_number, amount, channel, paid_at, outcome, received_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (partner, transaction_number) do nothing returning id`,
    [
      payment.id,
      payment.billId,
      payment.partner,
      notice.transactionNumber,
      notice.accountNumber,
      notice.amount,
      notice.channel,
      notice.paidAt,
      payment.outcome,
      payment.receivedAt,
    ],
  );
  return rows.length === 1;
}

function asPayment(row: PaymentRow): Payment {
  const notice = {
    accountNumber: row.account_number,
    amount: row.amount,
    channel: row.channel,
    transactionNumber: row.transaction_number,
    paidAt: new Date(row.paid_at),
  };
  return new Payment(row.id, row.bill_id, row.partner, notice, row.outcome, new Date(row.received_at));
}
