import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SandboxBill, sandbox, sandboxBills, unknownSandboxNumber } from "../demo-city/sandbox-bills.js";
import { money } from "../domain/money.js";
import { composePayAccountNumber } from "../domain/pay-account-number.js";
import { City } from "./city.js";
import { partner } from "./viewers.js";
import { type Notice, noticeOf, notify } from "./wallet.js";

const numberOf = ({ serial, amount }: SandboxBill) =>
  composePayAccountNumber("bank-of-taiwan-137", { prefix: sandbox.prefix, serial, amount: money(amount) });
const [open, paid, voided, superseded, pastDue, aboveCap] = sandboxBills.map((bill) => ({
  ...bill,
  accountNumber: numberOf(bill),
}));

let city: City;
beforeAll(async () => {
  city = await City.start({ demoCity: true });
  await city.settle();
});
afterAll(async () => {
  await city.checkBooks();
  await city[Symbol.asyncDispose]();
});

async function lookUp(accountNumber: string) {
  const query = `{ billByAccountNumber(accountNumber: "${accountNumber}") { status amount channels maskedStudentName } }`;
  return (await city.read(partner("wallet"), query)).billByAccountNumber;
}

/** What a notice comes to: an outcome or a code. */
async function notifyPayment(bill: { accountNumber: string; amount: number }, changes: Partial<Notice> = {}) {
  const { data, errors } = await notify(city, noticeOf(city, { ...bill, id: "", studentId: "" }, changes));
  return errors?.[0]?.extensions.code ?? data.notifyPayment.outcome;
}

it("answers look-ups of every state that a bill can be in", async () => {
  expect(await lookUp(open!.accountNumber)).toMatchObject({
    status: "UNPAID",
    amount: 1_000,
    maskedStudentName: "測O生",
  });
  expect((await lookUp(open!.accountNumber)).channels).toHaveLength(5);
  expect(await lookUp(paid!.accountNumber)).toMatchObject({ status: "PAID", channels: [] });
  expect(await lookUp(voided!.accountNumber)).toMatchObject({ status: "VOIDED", channels: [] });
  expect(await lookUp(superseded!.accountNumber)).toMatchObject({ status: "SUPERSEDED", channels: [] });
  expect(await lookUp(pastDue!.accountNumber)).toMatchObject({ status: "UNPAID", channels: [] });
  const { channels } = await lookUp(aboveCap!.accountNumber);
  expect(channels).toHaveLength(4);
  expect(channels).not.toContain("CONVENIENCE_STORE");
  expect(await lookUp(unknownSandboxNumber)).toBeNull();
});

it("answers notices as its table says", async () => {
  expect(await notifyPayment(open!, { amount: 999 })).toBe("AMOUNT_DIFFERS");
  expect([await notifyPayment(open!), await notifyPayment(open!)]).toEqual(["RECEIVED", "OVERPAYMENT"]);
  expect(await notifyPayment(paid!)).toBe("OVERPAYMENT");
  expect(await notifyPayment(paid!, { transactionNumber: sandbox.transactionNumber, amount: 2_001 })).toBe(
    "TRANSACTION_CONFLICT",
  );
  expect([await notifyPayment(voided!), await notifyPayment(superseded!)]).toEqual([
    "OVERPAYMENT",
    "UNAPPLIED",
  ]);
  expect(await notifyPayment(pastDue!)).toBe("RECEIVED");
  expect(await notifyPayment(aboveCap!, { channel: "CONVENIENCE_STORE" })).toBe("RECEIVED");
  expect(await notifyPayment({ accountNumber: unknownSandboxNumber, amount: 1 })).toBe("BILL_NOT_FOUND");
});

it("stands in the README as a table", () => {
  const rows = [
    ["number", "amount", "a look-up answers", "a notice"],
    ["---", "---", "---", "---"],
    ...sandboxBills.map((bill) => [`\`${numberOf(bill)}\``, String(bill.amount), bill.lookUp, bill.notice]),
    [`\`${unknownSandboxNumber}\``, "", "null", "`BILL_NOT_FOUND`"],
  ];
  const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
  expect(
    /<!-- made from src\/demo-city\/sandbox-bills.ts -->\n([\s\S]*?)\n<!-- until here -->/.exec(readme)?.[1],
  ).toBe(table);
});

it("has no row in a city that is not the demo's", async () => {
  await using real = await City.start();
  await real.settle();
  expect(await real.rows(`select 1 from bill where school_code = '${sandbox.schoolCode}'`)).toEqual([]);
});
