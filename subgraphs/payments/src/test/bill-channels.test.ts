import { newId } from "@campus-graph/kit/sql/id";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Channel } from "../domain/channel.js";
import { City, partnerFacts } from "./city.js";
import { aBill, aBinding, aClass, type GivenBill, issueBillsMutation, issueInput } from "./given.js";
import { cashier, guardian, partner } from "./viewers.js";
import { pay } from "./wallet.js";

// The agreement of the test's city has all five channels; a wallet and a bank report what is paid through three of them.
let city: City;
beforeEach(async () => {
  city = await City.start({ partners: { wallet: ["EASY_WALLET", "CONVENIENCE_STORE"], bank: ["ATM"] } });
});
afterEach(() => city[Symbol.asyncDispose]());

const offered = async () =>
  (await city.read(cashier("403601"), '{ billChannels(schoolCode: "403601") }')).billChannels;

/** What the bill's guardian, named after the child, may pay through. */
async function openTo({ id, studentId }: GivenBill): Promise<Channel[]> {
  await aBinding(city, studentId, studentId);
  const { bill } = await city.read(
    guardian(studentId),
    "query ($id: ID!) { bill(id: $id) { paymentOptions { channel } } }",
    { id },
  );
  return bill.paymentOptions.map(({ channel }: { channel: Channel }) => channel);
}

/** How a payment through the channel begins: the refusal's code, or undefined. */
function starting({ id: billId, studentId }: GivenBill, channel: Channel): Promise<unknown> {
  return city.refusal(
    guardian(studentId),
    "mutation ($input: StartPaymentInput!) { startPayment(input: $input) { id } }",
    { input: { billId, channel, idempotencyKey: newId() } },
  );
}

async function issuing(changes: object): Promise<unknown> {
  const input = issueInput(city, await aClass(city, 1), changes);
  return city.refusal(cashier("403601"), issueBillsMutation, { input });
}

it("offers a cashier the channels for which the city has a partner", async () => {
  expect(await offered()).toEqual(["EASY_WALLET", "ATM", "CONVENIENCE_STORE"]);
});

it("offers a guardian no channel through which the money would not be heard of", async () => {
  const bill = await aBill(city);
  expect(await openTo(bill)).toEqual(["EASY_WALLET", "ATM", "CONVENIENCE_STORE"]);
  expect(await starting(bill, "CREDIT_CARD")).toBe("CHANNEL_NOT_ENABLED");
});

it("offers no channel of a partner that is suspended, or may only look up, and offers it again afterwards", async () => {
  const bill = await aBill(city);
  await city.deliver("identity.PartnerChanged", "bank", partnerFacts("bank", ["ATM"], { suspended: true }));
  expect(await offered()).toEqual(["EASY_WALLET", "CONVENIENCE_STORE"]);
  expect(await openTo(bill)).toEqual(["EASY_WALLET", "CONVENIENCE_STORE"]);
  const looking = partnerFacts("bank", ["ATM"], { scopes: ["bills:read"] });
  await city.deliver("identity.PartnerChanged", "bank", looking);
  expect(await offered()).not.toContain("ATM");
  await city.deliver("identity.PartnerChanged", "bank", partnerFacts("bank", ["ATM"]));
  expect(await openTo(bill)).toContain("ATM");
});

it("lets guardians and partners have the channels alone that the cashier chose", async () => {
  const bill = await aBill(city, { channels: ["ATM"] });
  expect(await openTo(bill)).toEqual(["ATM"]);
  expect(await starting(bill, "EASY_WALLET")).toBe("CHANNEL_NOT_ENABLED");
  expect(await starting(bill, "ATM")).toBeUndefined();
  const { billByAccountNumber } = await city.read(
    partner("wallet"),
    "query ($number: PayAccountNumber!) { billByAccountNumber(accountNumber: $number) { channels } }",
    { number: bill.accountNumber },
  );
  expect(billByAccountNumber.channels).toEqual(["ATM"]);
  const seen = await city.read(cashier("403601"), "query ($id: ID!) { bill(id: $id) { channels } }", {
    id: bill.id,
  });
  expect(seen.bill.channels).toEqual(["ATM"]);
});

it("books money that came through a channel which the cashier had not chosen", async () => {
  const bill = await aBill(city, { channels: ["ATM"] });
  expect(await pay(city, bill)).toMatchObject({ outcome: "RECEIVED" });
  await city.checkBooks();
});

it("bills nobody for channels that nobody serves, for none, or for a store alone above its cap", async () => {
  expect(await issuing({ channels: ["EASY_WALLET", "CREDIT_CARD"] })).toBe("CHANNEL_NOT_ENABLED");
  expect(await issuing({ channels: [] })).toBe("BAD_INPUT");
  const dear = { items: [{ name: "學費", amount: 20_001 }] };
  expect(await issuing({ ...dear, channels: ["CONVENIENCE_STORE"] })).toBe("CHANNEL_NOT_ENABLED");
  expect(await issuing({ ...dear, channels: ["CONVENIENCE_STORE", "ATM"] })).toBeUndefined();
  const preview = "query ($input: IssueBillsInput!) { previewBills(input: $input) { total } }";
  const input = issueInput(city, await aClass(city, 1), { channels: ["CREDIT_CARD"] });
  expect(await city.refusal(cashier("403601"), preview, { input })).toBe("CHANNEL_NOT_ENABLED");
  expect(await city.rows("select 1 from bill")).toHaveLength(1);
});

it("answers the same act with other channels as another act", async () => {
  const input = issueInput(city, await aClass(city, 1), { channels: ["ATM"] });
  await city.read(cashier("403601"), issueBillsMutation, { input });
  const other = { input: { ...input, channels: ["EASY_WALLET"] } };
  expect(await city.refusal(cashier("403601"), issueBillsMutation, other)).toBe("IDEMPOTENCY_CONFLICT");
});
