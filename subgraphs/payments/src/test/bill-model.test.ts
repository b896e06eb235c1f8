import { newId } from "@campus-graph/kit/id";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bill } from "../domain/bill.js";
import { arrivalAt } from "../domain/bill-status.js";
import { type Channel, channels } from "../domain/channel.js";
import type { Issuer } from "../domain/issuer.js";
import { money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { Payment } from "../domain/payment.js";
import { billIssued, paymentReceived, type Transfer } from "../ledger/transfer.js";
import { City } from "./city.js";
import { aClass, bills, type GivenBill } from "./given.js";
import { cashier } from "./viewers.js";
import { type Notice, noticeOf, notify } from "./wallet.js";

/** What can happen to a few bills: a payment of one of them, under one of a few transaction numbers. */
const command = fc.record({
  bill: fc.nat(4),
  transaction: fc.nat(12),
  channel: fc.constantFrom<Channel>(...channels),
  amountOff: fc.constantFrom(0, 0, 0, 0, 1),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

const issuer: Issuer = {
  id: newId(),
  schoolCode: "403601",
  prefix: "480301",
  checkRule: "bank-of-taiwan-137",
  bankCode: "012",
  bankName: "台北富邦銀行",
  collectionCode: "6R5",
  storeCapNtd: 20_000,
  channels,
};

/** The rule told once more, as plainly as possible: which of the notices are money, and what they come to. */
class Model {
  readonly known = new Map<number, { bill: number; channel: Channel; amountOff: number; outcome: string }>();
  readonly settled = new Set<number>();

  expected({ bill, transaction, channel, amountOff }: Command): string {
    const told = this.known.get(transaction);
    if (told) {
      const same = told.bill === bill && told.channel === channel && told.amountOff === amountOff;
      return same ? told.outcome : "TRANSACTION_CONFLICT";
    }
    if (amountOff !== 0) return "AMOUNT_DIFFERS";
    const outcome = this.settled.has(bill) ? "OVERPAYMENT" : "RECEIVED";
    this.settled.add(bill);
    this.known.set(transaction, { bill, channel, amountOff, outcome });
    return outcome;
  }

  count(outcome: string): number {
    return [...this.known.values()].filter((told) => told.outcome === outcome).length;
  }
}

describe("bills, payments and the ledger agree with their model", () => {
  const amount = 4730;
  const now = new Date("2026-11-23T04:00:00Z");

  const aBill = (place: number) =>
    new Bill({
      id: `bill-${place}`,
      accountNumber: String(place).padStart(16, "0") as PayAccountNumber,
      title: "學雜費",
      items: [{ name: "午餐費", amount: money(amount) }],
      amount: money(amount),
      dueDate: "2026-12-07",
      issuerId: issuer.id,
      schoolCode: "403601",
      schoolName: "市立內湖國小",
      studentId: `student-${place}`,
      issuedAt: now,
    });

  /** The use case's own steps on domain classes, without a database. */
  function act(
    world: { bills: Bill[]; payments: Map<number, Payment>; books: Transfer[] },
    command: Command,
  ): string {
    const bill = world.bills[command.bill]!;
    const notice = {
      accountNumber: bill.accountNumber,
      amount: money(amount + command.amountOff),
      channel: command.channel,
      transactionNumber: String(command.transaction),
      paidAt: now,
    };
    const told = world.payments.get(command.transaction);
    if (told) return told.isToldBy(notice) ? told.outcome : "TRANSACTION_CONFLICT";
    if (notice.amount !== bill.amount) return "AMOUNT_DIFFERS";
    const outcome = arrivalAt[bill.status];
    if (outcome === "SUPERSEDED") return outcome;
    bill.checkChannel(issuer, notice.channel, notice.paidAt);
    const payment = new Payment(`payment-${command.transaction}`, bill.id, "wallet", notice, outcome, now);
    if (outcome === "RECEIVED") bill.settle(now);
    world.payments.set(command.transaction, payment);
    world.books.push(paymentReceived(`transfer-${world.books.length}`, bill, payment));
    return outcome;
  }

  function balance(books: readonly Transfer[], account: string): number {
    return books.reduce(
      (sum, { debit, credit, amount }) =>
        sum + (debit === account ? amount : 0) - (credit === account ? amount : 0),
      0,
    );
  }

  it("over 100,000 commands on domain classes", () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 100, maxLength: 100 }), (commands) => {
        const issued = Array.from({ length: 5 }, (_, place) => aBill(place));
        const books = issued.map((bill) => billIssued(`issued-${bill.id}`, bill));
        const world = { bills: issued, payments: new Map<number, Payment>(), books };
        const model = new Model();
        for (const command of commands) expect(act(world, command)).toBe(model.expected(command));
        // What is still owed, what is owed back, and what the channels hold add up.
        expect(balance(books, "RECEIVABLE")).toBe(amount * (issued.length - model.settled.size));
        expect(balance(books, "OVERPAYMENTS")).toBe(-amount * model.count("OVERPAYMENT"));
        const collected = channels.reduce((sum, channel) => sum + balance(books, `COLLECTED_${channel}`), 0);
        expect(collected).toBe(amount * model.known.size);
        const statuses = issued.map(({ status }) => status);
        expect(statuses.filter((status) => status === "PAID")).toHaveLength(model.settled.size);
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);

  it("over 400 commands through GraphQL, many at a time", async () => {
    await using city = await City.start();
    const issued = await bills(city, await aClass(city, 5));
    const model = new Model();
    const commands = fc.sample(command, { numRuns: 200, seed: 20_261_123 });
    const paidAt = city.clock.now().toISOString();
    for (const each of commands) {
      const answers = await Promise.all([send(city, issued, each, paidAt), send(city, issued, each, paidAt)]);
      const expected = model.expected(each);
      expect(answers).toEqual([expected, expected]);
    }
    await city.checkBooks();
    const query = '{ ledgerBalances(schoolCode: "403601") { account debits credits } }';
    const { ledgerBalances } = await city.ask(cashier("403601"), query);
    const net = new Map<string, number>(
      ledgerBalances.map(({ account, debits, credits }: Record<string, never>) => [
        account,
        debits - credits,
      ]),
    );
    expect(net.get("RECEIVABLE")).toBe(amount * (issued.length - model.settled.size));
    expect(net.get("OVERPAYMENTS") ?? 0).toBe(-amount * model.count("OVERPAYMENT"));
    expect([...net.values()].reduce((sum, balance) => sum + balance, 0)).toBe(0);
  });
});

async function send(city: City, issued: GivenBill[], command: Command, paidAt: string): Promise<string> {
  const bill = issued[command.bill]!;
  const changes: Partial<Notice> = {
    amount: bill.amount + command.amountOff,
    channel: command.channel,
    transactionNumber: `T-${command.transaction}`,
    paidAt,
  };
  const { data, errors } = await notify(city, noticeOf(city, bill, changes));
  return errors ? String(errors[0]!.extensions.code) : data.notifyPayment.outcome;
}
