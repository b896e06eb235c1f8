import fc from "fast-check";
import { Bill } from "../domain/bill.js";
import { arrivalAt } from "../domain/bill-status.js";
import { type Channel, channels } from "../domain/channel.js";
import { money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { Payment, type PaymentNotice } from "../domain/payment.js";
import { billIssued, paymentReceived, type Transfer } from "../ledger/transfer.js";

export const billCount = 5;
export const billAmount = 4730;

/** Something that happens to a few bills: a payment of one of them, under one of a few transaction numbers. */
export interface Command {
  bill: number;
  transaction: number;
  channel: Channel;
  amountOff: number;
}

export const command: fc.Arbitrary<Command> = fc.record({
  bill: fc.nat(billCount - 1),
  transaction: fc.nat(12),
  channel: fc.constantFrom<Channel>(...channels),
  amountOff: fc.constantFrom(0, 0, 0, 0, 1),
});

/** The rule told once more, as plainly as possible: which of the notices are money, and what they come to. */
export class Model {
  readonly known = new Map<number, Omit<Command, "transaction"> & { outcome: string }>();
  readonly settled = new Set<number>();

  expected({ bill, transaction, channel, amountOff }: Command): string {
    const known = this.known.get(transaction);
    if (known) {
      const same = known.bill === bill && known.channel === channel && known.amountOff === amountOff;
      return same ? known.outcome : "TRANSACTION_CONFLICT";
    }
    if (amountOff !== 0) return "AMOUNT_DIFFERS";
    const outcome = this.settled.has(bill) ? "OVERPAYMENT" : "RECEIVED";
    this.settled.add(bill);
    this.known.set(transaction, { bill, channel, amountOff, outcome });
    return outcome;
  }

  /** What the accounts must come to: debits less credits. */
  get balances() {
    const overpaid = [...this.known.values()].filter(({ outcome }) => outcome === "OVERPAYMENT").length;
    return {
      receivable: billAmount * (billCount - this.settled.size),
      overpayments: 0 - billAmount * overpaid,
      collected: billAmount * this.known.size,
    };
  }
}

/** What a careless change could break; the canaries do. */
export interface Rules {
  isSame: (known: Payment, notice: PaymentNotice) => boolean;
  outcomeAt: typeof arrivalAt;
}

export const realRules: Rules = {
  isSame: (known, notice) => known.isReportedBy(notice),
  outcomeAt: arrivalAt,
};

/** The steps of the use case on domain classes alone, without a database. */
export class Desk {
  readonly bills = Array.from({ length: billCount }, (_, place) => aBill(place));
  readonly #payments = new Map<number, Payment>();
  readonly #books: Transfer[] = this.bills.flatMap((bill) => billIssued(() => `issued-${bill.id}`, bill));

  constructor(readonly rules: Rules) {}

  notify({ bill: place, transaction, channel, amountOff }: Command): string {
    const bill = this.bills[place]!;
    const { accountNumber } = bill;
    const amount = money(billAmount + amountOff);
    const notice = { accountNumber, amount, channel, transactionNumber: String(transaction), paidAt: now };
    const known = this.#payments.get(transaction);
    if (known) return this.rules.isSame(known, notice) ? known.outcome : "TRANSACTION_CONFLICT";
    if (notice.amount !== bill.amount) return "AMOUNT_DIFFERS";
    const outcome = this.rules.outcomeAt[bill.status];
    const payment = new Payment(`payment-${transaction}`, bill.id, "wallet", notice, outcome, now);
    if (outcome === "RECEIVED" && bill.status === "UNPAID") bill.settle(now);
    this.#payments.set(transaction, payment);
    this.#books.push(paymentReceived(`transfer-${transaction}`, bill, payment));
    return outcome;
  }

  get balances() {
    return {
      receivable: this.#balance("RECEIVABLE"),
      overpayments: this.#balance("OVERPAYMENTS"),
      collected: channels.reduce((sum, channel) => sum + this.#balance(`COLLECTED_${channel}`), 0),
    };
  }

  #balance(account: string): number {
    return this.#books.reduce((sum, { debit, credit, amount }) => {
      if (debit === account) return sum + amount;
      return credit === account ? sum - amount : sum;
    }, 0);
  }
}

const now = new Date("2026-11-23T04:00:00Z");

function aBill(place: number): Bill {
  return new Bill({
    channels: null,
    id: `bill-${place}`,
    accountNumber: String(place).padStart(16, "0") as PayAccountNumber,
    title: "學雜費",
    items: [{ name: "午餐費", amount: money(billAmount) }],
    amount: money(billAmount),
    dueDate: "2026-12-07",
    issuerId: "issuer",
    schoolCode: "403601",
    schoolName: "市立內湖國小",
    studentId: `student-${place}`,
    issuedAt: now,
    issuedBy: "cashier",
  });
}
