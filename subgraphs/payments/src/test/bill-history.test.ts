import { afterAll, beforeAll, expect, it } from "vitest";
import { City } from "./city.js";
import { aBinding, aClass, bills, type GivenBill } from "./given.js";
import { cashier, guardian } from "./viewers.js";
import { noticeOf, pay } from "./wallet.js";

const query = `query ($id: ID!) { bill(id: $id) { history {
  kind at by { id } guardians channel amount partner transactionNumber } } }`;
const start = `mutation ($id: ID!, $channel: Channel!, $key: ID!) {
  startPayment(input: { billId: $id, channel: $channel, idempotencyKey: $key }) { id } }`;
const minuteMs = 60_000;

let city: City;
beforeAll(async () => {
  city = await City.start();
});
afterAll(() => city[Symbol.asyncDispose]());

const historyOf = async ({ id }: GivenBill) =>
  (await city.read(cashier("403601"), query, { id })).bill.history as Record<string, unknown>[];
const kinds = async (bill: GivenBill) => (await historyOf(bill)).map(({ kind }) => kind);

it("tells a bill's story: issued, told, begun, given up, paid, and paid once more", async () => {
  const givenClass = await aClass(city, 1);
  await aBinding(city, "father", givenClass.studentIds[0]!);
  await aBinding(city, "mother", givenClass.studentIds[0]!, "MOTHER");
  const [bill] = (await bills(city, givenClass)) as [GivenBill];
  city.clock.advance(minuteMs);
  await city.read(guardian("mother"), start, { id: bill.id, channel: "CREDIT_CARD", key: "card" });
  city.clock.advance(minuteMs);
  await city.read(guardian("mother"), start, { id: bill.id, channel: "EASY_WALLET", key: "wallet" });
  city.clock.advance(minuteMs);
  const notice = noticeOf(city, bill);
  await pay(city, bill, notice);
  city.clock.advance(minuteMs);
  await pay(city, bill, { transactionNumber: "SECOND", paidAt: city.clock.now().toISOString() });
  // The claim that was paid on does not lapse.
  city.clock.advance(60 * minuteMs);
  const none = {
    by: null,
    guardians: null,
    channel: null,
    amount: null,
    partner: null,
    transactionNumber: null,
  };
  const at = expect.any(String);
  expect(await historyOf(bill)).toEqual([
    { ...none, kind: "ISSUED", at, by: { id: "cashier-403601" }, amount: 4_730 },
    { ...none, kind: "TOLD", at, guardians: 2 },
    { ...none, kind: "PAYMENT_STARTED", at, channel: "CREDIT_CARD" },
    { ...none, kind: "PAYMENT_ENDED", at, channel: "CREDIT_CARD" },
    { ...none, kind: "PAYMENT_STARTED", at, channel: "EASY_WALLET" },
    {
      kind: "PAID",
      at,
      by: null,
      guardians: null,
      channel: "EASY_WALLET",
      amount: 4_730,
      partner: "wallet",
      transactionNumber: notice.transactionNumber,
    },
    expect.objectContaining({ kind: "OVERPAID", amount: 4_730, transactionNumber: "SECOND" }),
  ]);
});

it("names nobody for a bill from before it was kept who issued it", async () => {
  const [bill] = (await bills(city, await aClass(city, 1))) as [GivenBill];
  await city.rows("update bill set issued_by = null where id = ?", [bill.id]);
  expect((await historyOf(bill))[0]).toMatchObject({ kind: "ISSUED", by: null });
});

it("tells that a payment which was begun has lapsed, once it has", async () => {
  const givenClass = await aClass(city, 1);
  await aBinding(city, "aunt", givenClass.studentIds[0]!, "OTHER");
  const [bill] = (await bills(city, givenClass)) as [GivenBill];
  await city.read(guardian("aunt"), start, { id: bill.id, channel: "CREDIT_CARD", key: "aunt's" });
  expect((await kinds(bill)).at(-1)).toBe("PAYMENT_STARTED");
  city.clock.advance(16 * minuteMs);
  expect((await kinds(bill)).at(-1)).toBe("PAYMENT_ENDED");
});

it("tells nobody but the school that issued it", async () => {
  const givenClass = await aClass(city, 1);
  await aBinding(city, "uncle", givenClass.studentIds[0]!);
  const [bill] = (await bills(city, givenClass)) as [GivenBill];
  expect(await city.refusal(guardian("uncle"), query, { id: bill.id })).toBe("FORBIDDEN");
  expect((await city.read(cashier("403501"), query, { id: bill.id })).bill).toBeNull();
});

it("takes as many statements for thirty bills as for one", async () => {
  await bills(city, await aClass(city, 30));
  const list = `query ($first: Int!) { schoolBills(schoolCode: "403601", first: $first) {
    edges { node { history { kind } } } } }`;
  const count = (first: number) => city.countStatements(() => city.read(cashier("403601"), list, { first }));
  expect(await count(30)).toBe(await count(1));
});
