import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalAt } from "../domain/bill-status.js";
import {
  billAmount,
  billCount,
  type Command,
  command,
  Desk,
  Model,
  type Rules,
  realRules,
} from "./bill-model.js";
import { City } from "./city.js";
import { aClass, bills, type GivenBill } from "./given.js";
import { cashier } from "./viewers.js";
import { noticeOf, notify } from "./wallet.js";

const commandsPerRun = 100;

/** Whether payments, bills and books, under these rules, always come to what the model says. */
function agrees(rules: Rules, numRuns: number): boolean {
  const commands = fc.array(command, { minLength: commandsPerRun, maxLength: commandsPerRun });
  const property = fc.property(commands, (commands) => {
    const [desk, model] = [new Desk(rules), new Model()];
    for (const command of commands) if (desk.notify(command) !== model.expected(command)) return false;
    const paid = desk.bills.filter(({ status }) => status === "PAID").length;
    return paid === model.settled.size && sameBalances(desk.balances, model.balances);
  });
  return !fc.check(property, { numRuns }).failed;
}

function sameBalances(a: Model["balances"], b: Model["balances"]): boolean {
  return a.receivable === b.receivable && a.overpayments === b.overpayments && a.collected === b.collected;
}

describe("bills, payments and the books agree with their model", () => {
  it("over 100,000 commands on the domain's classes", () => {
    expect(agrees(realRules, 1_000)).toBe(true);
  });

  it.each<[string, Partial<Rules>]>([
    ["a transaction number that is not compared with what it stood for", { isSame: () => true }],
    ["a notice that never gets its answer again", { isSame: () => false }],
    ["a second payment that is taken for the first", { outcomeAt: { ...arrivalAt, PAID: "RECEIVED" } }],
  ])("and would show %s", (_, bug) => {
    expect(agrees({ ...realRules, ...bug }, 100)).toBe(false);
  });

  it("over 400 commands through GraphQL, each sent twice at once", async () => {
    await using city = await City.start();
    const issued = await bills(city, await aClass(city, billCount));
    const model = new Model();
    const paidAt = city.clock.now().toISOString();
    for (const each of fc.sample(command, { numRuns: 200, seed: 20_261_123 })) {
      const answers = await Promise.all([send(city, issued, each, paidAt), send(city, issued, each, paidAt)]);
      const expected = model.expected(each);
      expect(answers).toEqual([expected, expected]);
    }
    await city.checkBooks();
    expect(await balances(city)).toEqual(model.balances);
  });
});

async function send(city: City, issued: GivenBill[], command: Command, paidAt: string): Promise<string> {
  const notice = noticeOf(city, issued[command.bill]!, {
    amount: billAmount + command.amountOff,
    channel: command.channel,
    transactionNumber: `T-${command.transaction}`,
    paidAt,
  });
  const { data, errors } = await notify(city, notice);
  return errors ? String(errors[0]!.extensions.code) : data.notifyPayment.outcome;
}

async function balances(city: City): Promise<Model["balances"]> {
  const query = '{ ledgerBalances(schoolCode: "403601") { account debits credits } }';
  const { ledgerBalances } = await city.read(cashier("403601"), query);
  const sum = (prefix: string) =>
    (ledgerBalances as { account: string; debits: number; credits: number }[])
      .filter(({ account }) => account.startsWith(prefix))
      .reduce((total, { debits, credits }) => total + debits - credits, 0);
  return { receivable: sum("RECEIVABLE"), overpayments: sum("OVERPAYMENTS"), collected: sum("COLLECTED_") };
}
