import { DatabaseSync } from "node:sqlite";
import type { Channel, PaymentOutcome } from "@campus-graph/clients/generated/operations";

/** What every payer has to play with at first, in NT$. */
export const firstBalance = 100_000;

/** A bill that was paid from a purse, and how far the city has been told. */
export interface Payment {
  /** The wallet's own name for it, under which it is reported, however often. */
  transactionNumber: string;
  payer: string;
  accountNumber: string;
  amount: number;
  channel: Channel;
  title: string;
  schoolName: string;
  paidAt: string;
  /** REPORTING until the city has answered; REFUSED: it never will take it, and the payer has the money back. */
  state: "REPORTING" | "REPORTED" | "REFUSED";
  outcome: PaymentOutcome | null;
  /** What the city said against it. */
  refusal: string | null;
}

export type NewPayment = Omit<Payment, "state" | "outcome" | "refusal">;

/**
 * The payers' money and payments, in one file. A payment is written down, whole, before the city hears of it: whatever
 * dies in between, it is found again here and reported under the same number.
 */
export class Purse {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      pragma journal_mode = wal;
      create table if not exists payer (id text primary key, balance integer not null check (balance >= 0)) strict;
      create table if not exists payment (
        transactionNumber text primary key, payer text not null, accountNumber text not null, amount integer not null,
        channel text not null, title text not null, schoolName text not null, paidAt text not null,
        state text not null, outcome text, refusal text) strict;
      create index if not exists payment_of_payer on payment (payer, paidAt);
      create unique index if not exists one_payment_for_a_bill on payment (accountNumber) where state <> 'REFUSED';`);
  }

  balanceOf(payer: string): number {
    const row = this.#database.prepare("select balance from payer where id = ?").get(payer);
    return row ? Number(row.balance) : firstBalance;
  }

  /** The newest first. */
  paymentsOf(payer: string): Payment[] {
    return this.#payments("payer = ? order by paidAt desc, rowid desc limit 50", payer);
  }

  find(transactionNumber: string): Payment | undefined {
    return this.#payments("transactionNumber = ?", transactionNumber)[0];
  }

  /** The payment that pays this bill, by whomever. */
  paymentFor(accountNumber: string): Payment | undefined {
    return this.#payments("accountNumber = ? and state <> 'REFUSED'", accountNumber)[0];
  }

  unreported(): Payment[] {
    return this.#payments("state = 'REPORTING'");
  }

  /** Takes the money and writes the payment down, or neither. */
  pay(payment: NewPayment): void {
    this.#atOnce(() => {
      this.#change(payment.payer, -payment.amount);
      const columns = Object.keys(payment);
      const places = columns.map(() => "?").join(", ");
      this.#database
        .prepare(`insert into payment (${columns.join(", ")}, state) values (${places}, 'REPORTING')`)
        .run(...Object.values(payment));
    });
  }

  reported(transactionNumber: string, outcome: PaymentOutcome): void {
    this.#database
      .prepare("update payment set state = 'REPORTED', outcome = ? where transactionNumber = ?")
      .run(outcome, transactionNumber);
  }

  /** The payer has the money back. */
  refused({ transactionNumber, payer, amount }: Payment, refusal: string): void {
    this.#atOnce(() => {
      this.#database
        .prepare("update payment set state = 'REFUSED', refusal = ? where transactionNumber = ?")
        .run(refusal, transactionNumber);
      this.#change(payer, amount);
    });
  }

  close(): void {
    this.#database.close();
  }

  #change(payer: string, by: number): void {
    this.#database
      .prepare("insert into payer values (?, ?) on conflict (id) do update set balance = balance + ?")
      .run(payer, this.balanceOf(payer) + by, by);
  }

  #payments(where: string, ...values: string[]): Payment[] {
    return this.#database
      .prepare(`select * from payment where ${where}`)
      .all(...values) as unknown as Payment[];
  }

  #atOnce(deed: () => void): void {
    this.#database.exec("begin immediate");
    try {
      deed();
      this.#database.exec("commit");
    } catch (error) {
      this.#database.exec("rollback");
      throw error;
    }
  }
}
