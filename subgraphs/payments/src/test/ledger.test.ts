import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disagreementsIn } from "../../../../test/harness/books.js";
import { City } from "./city.js";
import { aClass, bills, type GivenBill } from "./given.js";
import { cashier, guardian } from "./viewers.js";
import { pay } from "./wallet.js";

const balances = "query ($code: ID!) { ledgerBalances(schoolCode: $code) { account debits credits } }";

describe("a school's books", () => {
  let city: City;
  let issued: GivenBill[];
  beforeAll(async () => {
    city = await City.start();
    issued = await bills(city, await aClass(city, 3));
    await bills(city, await aClass(city, 1, "403501"));
    await pay(city, issued[0]!);
    await pay(city, issued[1]!, { channel: "CONVENIENCE_STORE" });
    await pay(city, issued[1]!, { channel: "ATM" });
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const balancesOf = async (code: string) =>
    (await city.read(cashier(code), balances, { code })).ledgerBalances;

  it("say what was billed, what each channel collected, and what is owed back", async () => {
    expect(await balancesOf("403601")).toEqual([
      { account: "COLLECTED_ATM", debits: 4730, credits: 0 },
      { account: "COLLECTED_CONVENIENCE_STORE", debits: 4730, credits: 0 },
      { account: "COLLECTED_EASY_WALLET", debits: 4730, credits: 0 },
      { account: "FEES_BILLED", debits: 0, credits: 3 * 4730 },
      { account: "OVERPAYMENTS", debits: 0, credits: 4730 },
      { account: "RECEIVABLE", debits: 3 * 4730, credits: 2 * 4730 },
    ]);
  });

  it("are each school's own", async () => {
    expect(await balancesOf("403501")).toEqual([
      { account: "FEES_BILLED", debits: 0, credits: 4730 },
      { account: "RECEIVABLE", debits: 4730, credits: 0 },
    ]);
  });

  it("balance: over all accounts, debits equal credits", async () => {
    const all = (await balancesOf("403601")) as { debits: number; credits: number }[];
    const sum = (side: "debits" | "credits") => all.reduce((total, balance) => total + balance[side], 0);
    expect(sum("debits")).toBe(sum("credits"));
    await city.checkBooks();
  });

  it.each([
    ["update ledger_transfer set amount = 1"],
    ["delete from ledger_transfer"],
    ["truncate ledger_transfer"],
    ["update payment set amount = 1"],
    ["delete from payment"],
  ])("only grow: %s is refused by the database", async (sql) => {
    await expect(city.rows(sql)).rejects.toThrow(/only grows/);
  });

  it.each([
    ["delete from ledger_transfer where kind = 'BILL_ISSUED'"],
    ["update ledger_transfer set kind = 'OVERPAYMENT_RECEIVED' where kind = 'PAYMENT_RECEIVED'"],
    ["update ledger_transfer set amount = amount + 1"],
    ["update bill set status = 'PAID', paid_at = now() where status = 'UNPAID'"],
  ])("that disagree with the bills are found by the check after each test: %s", async (sql) => {
    await using tampered = await City.start();
    const [bill] = await bills(tampered, await aClass(tampered, 2));
    await pay(tampered, bill!);
    await tampered.checkBooks();
    await tampered.rows("alter table ledger_transfer disable trigger user");
    await tampered.rows(sql);
    expect(await disagreementsIn(tampered.database.urls)).not.toEqual([]);
  });

  it("cannot hold an entry against itself, of nothing, or twice", async () => {
    const copy = (changes: string) =>
      `insert into ledger_transfer select (jsonb_populate_record(t, '${changes}')).* from ledger_transfer t limit 1`;
    const id = '"id": "0195d000-0000-7000-8000-000000000099"';
    await expect(city.rows(copy(`{${id}, "payment_id": null, "amount": 0}`))).rejects.toThrow(/check/);
    await expect(city.rows(copy(`{${id}, "debit_account": "X", "credit_account": "X"}`))).rejects.toThrow(
      /check/,
    );
    await expect(city.rows(copy(`{${id}}`))).rejects.toThrow(/unique|duplicate/);
  });

  it("tell sums beyond 2^31 exactly", async () => {
    await using large = await City.start();
    const [bill] = await bills(large, await aClass(large, 1));
    await large.rows(
      `insert into ledger_transfer
       select gen_random_uuid(), 'TEST ' || number, '403601', 'RECEIVABLE', 'FEES_BILLED', 2000000001, ?, null, now()
       from generate_series(1, 1000) as number`,
      [bill!.id],
    );
    const sum = 2_000_000_001_000 + 4_730;
    const { ledgerBalances } = await large.read(cashier("403601"), balances, { code: "403601" });
    expect(ledgerBalances).toEqual([
      { account: "FEES_BILLED", debits: 0, credits: sum },
      { account: "RECEIVABLE", debits: sum, credits: 0 },
    ]);
  });

  it("are read by the school's cashiers alone", async () => {
    expect(await city.refusal(cashier("403501"), balances, { code: "403601" })).toBe("FORBIDDEN");
    expect(await city.refusal(guardian("father"), balances, { code: "403601" })).toBe("FORBIDDEN");
  });
});
