import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { daysAfter } from "../domain/school-day.js";
import { City } from "./city.js";
import { aBill, aBinding, aClass, bills, type GivenBill } from "./given.js";
import { csvFile, fixedWidthFile, type GivenFile, today } from "./settlement-files.js";
import { cashier, guardian, withSecondFactor } from "./viewers.js";
import { noticeOf, notify, pay } from "./wallet.js";

let city: City;
let number = 0;
beforeAll(async () => {
  city = await City.start();
});
afterEach(() => city.checkBooks());
afterAll(() => city[Symbol.asyncDispose]());

const theCashier = cashier("403601");
const withFactor = (viewer = theCashier) => withSecondFactor(viewer, city.clock.now());

const fileFields = `id lines paidIn paidOut completedAt totals { bank ledger bills differing suspense givenBack matched exceptions openExceptions }
  exceptions(first: 100) { edges { node { id kind line accountNumber amount difference suspended remedies remedy resolvedAt } } }`;
const importing = `mutation ($input: ImportSettlementInput!) { importSettlement(input: $input) { ${fileFields} } }`;
const resolving = `mutation ($input: ResolveExceptionInput!) { resolveException(input: $input) {
  id kind remedies remedy note suspended resolvedAt } }`;

async function settle(lines: GivenFile["lines"], changes: Partial<GivenFile> = {}) {
  const content = csvFile(city, { lines, number: ++number, ...changes });
  const data = await city.read(withFactor(), importing, { input: { schoolCode: "403601", content } });
  await city.settle();
  const { exceptions, totals, ...file } = data.importSettlement;
  expect(totals.ledger).toBe(totals.bank);
  expect(totals.bills + totals.differing + totals.suspense).toBe(totals.bank);
  // Other tests pay bills whose money this file does not bring: what it misses has a test of its own.
  const found = exceptions.edges.map(({ node }: { node: { line: number } }) => node);
  return { ...file, totals, exceptions: found.filter(({ line }: { line: number }) => line > 0) };
}

const refusalOf = (content: string, viewer = withFactor(), input: object = {}) =>
  city.refusal(viewer, importing, { input: { schoolCode: "403601", content, ...input } });

async function balance(account: string, code = "403601"): Promise<number> {
  const [row] = await city.rows(
    `select coalesce(sum(case ? when debit_account then amount when credit_account then -amount else 0 end), 0) as balance
     from ledger_transfer where school_code = ?`,
    [account, code],
  );
  return Number((row as { balance: string }).balance);
}

const statusOf = async ({ id }: { id: string }) =>
  (await city.read(theCashier, "query ($id: ID!) { bill(id: $id) { status } }", { id })).bill.status;

const lineOf = (bill: GivenBill, changes: object = {}) => ({
  transactionNumber: `S-${newId()}`,
  reference: bill.accountNumber,
  amount: bill.amount,
  ...changes,
});

/** A bill that the wallet has reported, and the line that the bank has of it. */
async function aPaidBill() {
  const bill = await aBill(city);
  const { transactionNumber } = await pay(city, bill);
  return { bill, line: lineOf(bill, { transactionNumber }) };
}

describe("what the bank says of a day", () => {
  it("settles what was notified: the bank has it, and the channel owes it no more", async () => {
    const { line } = await aPaidBill();
    const before = [await balance("BANK"), await balance("COLLECTED_EASY_WALLET")];
    const { exceptions, totals } = await settle([line]);
    expect(exceptions).toEqual([]);
    expect(totals).toMatchObject({ bank: 4730, bills: 4730, matched: 1, suspense: 0 });
    expect(await balance("BANK")).toBe(before[0]! + 4730);
    expect(await balance("COLLECTED_EASY_WALLET")).toBe(before[1]! - 4730);
  });

  it("books money that nobody had told of, and its bill is paid", async () => {
    const bill = await aBill(city);
    const { exceptions } = await settle([lineOf(bill)]);
    expect(exceptions).toMatchObject([{ kind: "NOT_NOTIFIED", remedies: [], remedy: "APPLY" }]);
    expect(exceptions[0].resolvedAt).not.toBeNull();
    expect(await statusOf(bill)).toBe("PAID");
  });

  it("is the same payment as the notice that comes late", async () => {
    const bill = await aBill(city);
    const line = lineOf(bill);
    await settle([line]);
    const notice = noticeOf(city, bill, { transactionNumber: line.transactionNumber });
    expect((await notify(city, notice)).data.notifyPayment.outcome).toBe("RECEIVED");
    const { errors } = await notify(city, { ...notice, channel: "ATM" });
    expect(errors?.[0]?.extensions.code).toBe("TRANSACTION_CONFLICT");
  });

  it("opens a case for what a bill needs no more, and for what does not fit it", async () => {
    const { bill } = await aPaidBill();
    const other = await aBill(city);
    const { exceptions } = await settle([lineOf(bill), lineOf(other, { amount: 4000 })]);
    expect(exceptions.map(({ kind }: { kind: string }) => kind)).toEqual(["AMOUNT_DIFFERS", "NOT_NOTIFIED"]);
    expect(await statusOf(other)).toBe("UNPAID");
    const rows = await city.rows(
      "select reason, amount from payment_case where bill_id in (?, ?) order by reason",
      [bill.id, other.id],
    );
    expect(rows).toEqual([
      { reason: "OVERPAYMENT", amount: 4730 },
      { reason: "UNAPPLIED", amount: 4000 },
    ]);
  });

  it("keeps a difference to what was notified on the channel's account, until a cashier has looked", async () => {
    const { line } = await aPaidBill();
    const before = await balance("COLLECTED_EASY_WALLET");
    const { exceptions, totals } = await settle([{ ...line, amount: 4700 }]);
    expect(exceptions).toMatchObject([{ kind: "AMOUNT_DIFFERS", difference: -30, remedies: ["HOLD"] }]);
    expect(totals).toMatchObject({ bank: 4700, bills: 4730, differing: -30 });
    expect(await balance("COLLECTED_EASY_WALLET")).toBe(before - 4700);
    const input = { id: exceptions[0].id, remedy: "HOLD", note: "手續費" };
    const { resolveException } = await city.read(theCashier, resolving, { input });
    expect(resolveException).toMatchObject({ remedies: [], note: "手續費" });
    expect(await city.refusal(theCashier, resolving, { input })).toBe("EXCEPTION_RESOLVED");
  });

  it("says of a retired number that it was one", async () => {
    const bill = await aBill(city);
    await city.read(
      theCashier,
      'mutation ($id: ID!) { amendBill(input: { billId: $id, dueDate: "2027-01-15", reason: "r" }) { id } }',
      { id: bill.id },
    );
    const { exceptions } = await settle([lineOf(bill)]);
    expect(exceptions).toMatchObject([{ kind: "SUPERSEDED" }]);
  });

  it("puts into the city's suspense what nobody can place, until a cashier places it", async () => {
    const unknown = { transactionNumber: `S-${newId()}`, reference: "9999999999999999", amount: 4730 };
    const { exceptions, totals } = await settle([unknown, { ...unknown, transactionNumber: `S-${newId()}` }]);
    expect(totals).toMatchObject({ bank: 9460, bills: 0, suspense: 9460 });
    expect(exceptions).toMatchObject([{ kind: "UNKNOWN_NUMBER", suspended: true }, { suspended: true }]);
    const suspense = await balance("SUSPENSE", "CITY");
    const bill = await aBill(city);
    const elsewhere = await aClass(city, 1, "403501").then((pupils) => bills(city, pupils));
    const input = { id: exceptions[0].id, remedy: "APPLY", note: "抄錯一碼" };
    const place = (accountNumber: string) => ({ input: { ...input, accountNumber } });
    expect(await city.refusal(theCashier, resolving, place(elsewhere[0]!.accountNumber))).toBe(
      "BILL_NOT_FOUND",
    );
    const held = { input: { ...input, remedy: "HOLD" } };
    expect((await city.read(theCashier, resolving, held)).resolveException.resolvedAt).toBeNull();
    await city.read(theCashier, resolving, place(bill.accountNumber.replace(/(.{4})/g, "$1 ")));
    await city.settle();
    expect(await statusOf(bill)).toBe("PAID");
    expect(await balance("SUSPENSE", "CITY")).toBe(suspense + 4730);
    await city.read(theCashier, resolving, {
      input: { id: exceptions[1].id, remedy: "REFUND", note: "銀行退回" },
    });
    expect(await balance("SUSPENSE", "CITY")).toBe(suspense + 9460);
    const query = `{ settlementFiles(schoolCode: "403601", first: 1) { edges { node { totals { bank ledger bills differing suspense givenBack } } } } }`;
    const { node } = (await city.read(theCashier, query)).settlementFiles.edges[0];
    expect(node.totals).toEqual({
      bank: 9460,
      ledger: 9460,
      bills: 4730,
      differing: 0,
      suspense: 0,
      givenBack: 4730,
    });
  });

  it("brings a transaction once: what it says again goes to suspense, and can be placed all the same", async () => {
    const { line } = await aPaidBill();
    await settle([line]);
    const { exceptions } = await settle([line]);
    expect(exceptions).toMatchObject([{ kind: "DUPLICATE", suspended: true }]);
    const bill = await aBill(city);
    await city.read(theCashier, resolving, {
      input: { id: exceptions[0].id, remedy: "APPLY", note: "同號兩筆", accountNumber: bill.accountNumber },
    });
    expect(await statusOf(bill)).toBe("PAID");
  });

  it("misses what its channel should have brought by then, until a later file brings it", async () => {
    await using fresh = await City.start();
    const issued = await bills(fresh, await aClass(fresh, 2));
    const wallet = await pay(fresh, issued[0]!);
    await pay(fresh, issued[1]!, { channel: "CONVENIENCE_STORE" });
    const send = async (lines: GivenFile["lines"], day: string) => {
      const content = csvFile(fresh, { lines, day });
      const viewer = withSecondFactor(theCashier, fresh.clock.now());
      const data = await fresh.read(viewer, importing, { input: { schoolCode: "403601", content } });
      return data.importSettlement.exceptions.edges.map(({ node }: { node: object }) => node);
    };
    const first = today(fresh);
    expect(await send([], first)).toMatchObject([{ kind: "NOT_SETTLED", line: 0, remedies: ["HOLD"] }]);
    fresh.clock.advance(24 * 3_600_000);
    const line = lineOf(issued[0]!, { transactionNumber: wallet.transactionNumber, day: first });
    expect(await send([line], daysAfter(first, 1))).toEqual([]);
    const open = '{ settlementExceptions(schoolCode: "403601", open: true) { edges { node { kind } } } }';
    expect((await fresh.read(theCashier, open)).settlementExceptions.edges).toEqual([]);
    fresh.clock.advance(2 * 24 * 3_600_000);
    expect(await send([], daysAfter(first, 3))).toMatchObject([{ kind: "NOT_SETTLED" }]);
    await fresh.checkBooks();
  });

  it("says that a refund was paid: both guardians are told, and the account that it went to is forgotten", async () => {
    const pupils = await aClass(city, 1);
    await aBinding(city, "mother of a payout", pupils.studentIds[0]!, "MOTHER");
    await aBinding(city, "father of a payout", pupils.studentIds[0]!);
    const [bill] = await bills(city, pupils);
    await pay(city, bill!);
    await pay(city, bill!);
    const [opened] = (await city.rows("select id from payment_case where bill_id = ?", [bill!.id])) as {
      id: string;
    }[];
    const input = { caseId: opened!.id, bankCode: "012", account: "480300630001" };
    await city.read(
      guardian("mother of a payout"),
      "mutation ($input: SetRefundAccountInput!) { setRefundAccount(input: $input) { id } }",
      { input },
    );
    const proposed = await city.read(
      theCashier,
      "mutation ($input: ProposeRefundInput!) { proposeRefund(input: $input) { refunds { id } } }",
      { input: { caseId: opened!.id, amount: 4730, reason: "r" } },
    );
    const refundId = proposed.proposeRefund.refunds[0].id;
    const line = { kind: "R" as const, transactionNumber: `R-${newId()}`, reference: refundId, amount: 4730 };
    expect((await settle([line])).exceptions).toMatchObject([{ kind: "UNKNOWN_NUMBER", suspended: true }]);
    await city.read(
      withFactor(cashier("403601", "second")),
      "mutation ($input: ApproveRefundInput!) { approveRefund(input: $input) { id } }",
      { input: { refundId } },
    );
    const { exceptions, totals } = await settle([{ ...line, transactionNumber: `R-${newId()}` }]);
    expect(exceptions).toEqual([]);
    expect(totals).toMatchObject({ bank: -4730, bills: -4730 });
    const { owedBack } = (
      await city.read(
        guardian("father of a payout"),
        "query ($id: ID!) { bill(id: $id) { owedBack { paidBack closedAt } } }",
        { id: bill!.id },
      )
    ).bill;
    expect(owedBack).toEqual([{ paidBack: 4730, closedAt: expect.any(String) }]);
    for (const who of ["mother", "father"]) {
      const { billNotices } = await city.read(
        guardian(`${who} of a payout`),
        "{ billNotices(last: 1) { edges { node { kind } } } }",
      );
      expect(billNotices.edges).toEqual([{ node: { kind: "REFUNDED" } }]);
    }
    const [row] = await city.rows("select payee_account from payment_case where id = ?", [opened!.id]);
    expect(row).toEqual({ payee_account: null });
    expect((await settle([{ ...line, transactionNumber: `R-${newId()}` }])).exceptions).toMatchObject([
      { kind: "DUPLICATE" },
    ]);
  });
});

describe("a bank's file", () => {
  it("is booked once, whoever imports it how often, in whichever format, also at once", async () => {
    const { line } = await aPaidBill();
    const file = { lines: [line], number: ++number };
    const before = await balance("BANK");
    const send = (content: string) =>
      city.read(withFactor(), importing, { input: { schoolCode: "403601", content } });
    const answers = await Promise.all([
      send(csvFile(city, file)),
      send(csvFile(city, file)),
      send(fixedWidthFile(city, file)),
    ]);
    expect(new Set(answers.map(({ importSettlement }) => importSettlement.id)).size).toBe(1);
    expect(await balance("BANK")).toBe(before + 4730);
  });

  it("goes on where it was cut off", async () => {
    const paid = [await aPaidBill(), await aPaidBill()];
    const lines = paid.map(({ line }) => line);
    const content = csvFile(city, { lines, number: ++number });
    const input = { schoolCode: "403601", content };
    await city.rows(
      `create function stop_here() returns trigger language plpgsql as $$ begin
         if exists (select from settlement_line where transaction_number = new.transaction_number) then return new; end if;
         raise exception 'the power failed'; end $$`,
    );
    await city.rows(
      `create trigger power before insert on settlement_line for each row when (new.line = 3) execute function stop_here()`,
    );
    expect(await city.refusal(withFactor(), importing, { input })).toBe("INTERNAL");
    await city.rows("drop trigger power on settlement_line");
    const { importSettlement } = await city.read(withFactor(), importing, { input });
    expect(importSettlement.totals).toMatchObject({ bank: 9460, ledger: 9460, matched: 2 });
  });

  it.each([
    ["no file", "hello", "SETTLEMENT_UNREADABLE"],
    ["no trailer", "H,wallet,2026-01-01,1\nP,a,1,1,ATM,2026-01-01", "SETTLEMENT_UNREADABLE"],
    [
      "a channel that nobody knows",
      "H,wallet,2026-01-01,1\nP,a,1,1,CASH,2026-01-01\nT,1,1,0",
      "SETTLEMENT_UNREADABLE",
    ],
    ["a day that is none", "H,wallet,2026-02-30,1\nT,0,0,0", "SETTLEMENT_UNREADABLE"],
    [
      "an amount that is none",
      "H,wallet,2026-01-01,1\nP,a,1,-5,ATM,2026-01-01\nT,1,0,0",
      "SETTLEMENT_UNREADABLE",
    ],
    [
      "a sum that differs",
      "H,wallet,2026-01-01,1\nP,a,1,1,ATM,2026-01-01\nT,1,2,0",
      "SETTLEMENT_TOTALS_DIFFER",
    ],
    ["a line too few", "H,wallet,2026-01-01,1\nT,1,0,0", "SETTLEMENT_TOTALS_DIFFER"],
    ["a partner that is none", "H,stranger,2026-01-01,1\nT,0,0,0", "SETTLEMENT_OF_OTHERS"],
    ["a day to come", "H,wallet,2099-01-01,1\nT,0,0,0", "SETTLEMENT_OF_OTHERS"],
  ])("with %s is refused, and nothing of it is booked", async (_, content, code) => {
    const before = await city.rows("select count(*) from settlement_file");
    expect(await refusalOf(content)).toBe(code);
    expect(await city.rows("select count(*) from settlement_file")).toEqual(before);
  });

  it("that says something else under a day and number that were imported is refused", async () => {
    const { line } = await aPaidBill();
    await settle([line]);
    expect(await refusalOf(csvFile(city, { lines: [], number }))).toBe("SETTLEMENT_FILE_CONFLICT");
    expect(await refusalOf(csvFile(city, { lines: [] }), withFactor(), { partnerId: "bank" })).toBe(
      "SETTLEMENT_OF_OTHERS",
    );
  });

  it("books nothing on another school's bills, and is imported by a cashier with a second factor alone", async () => {
    const [bill] = await bills(city, await aClass(city, 1, "403501"));
    const { exceptions } = await settle([lineOf(bill!)]);
    expect(exceptions).toMatchObject([{ kind: "UNKNOWN_NUMBER" }]);
    const content = csvFile(city, { lines: [] });
    expect(await refusalOf(content, theCashier)).toBe("SECOND_FACTOR_REQUIRED");
    expect(await refusalOf(content, withFactor(cashier("403501")))).toBe("FORBIDDEN");
    expect(await refusalOf(content, guardian("father"))).toBe("FORBIDDEN");
  });
});
