import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding, anEndedBinding, type GivenBill } from "./given.js";
import { cashier, guardian, teacher } from "./viewers.js";
import { pay } from "./wallet.js";

const start = `mutation ($input: StartPaymentInput!) { startPayment(input: $input) {
  id channel expiresAt mine bill { id claims { channel mine } } } }`;
const claims = "query ($id: ID!) { bill(id: $id) { claims { channel mine expiresAt } } }";
const cancel = "mutation ($id: ID!) { cancelPayment(claimId: $id) { id claims { id } } }";
const minute = 60_000;

describe("a guardian who starts to pay", () => {
  let city: City;
  let bill: GivenBill;
  const father = guardian("father");
  const mother = guardian("mother");
  beforeAll(async () => {
    city = await City.start();
  });
  beforeEach(async () => {
    bill = await aBill(city);
    await aBinding(city, "father", bill.studentId);
    await aBinding(city, "mother", bill.studentId);
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const input = (channel: string, changes: object = {}) => ({
    input: { billId: bill.id, channel, idempotencyKey: newId(), ...changes },
  });
  const claimsSeenBy = async (viewer = mother) =>
    (await city.read(viewer, claims, { id: bill.id })).bill.claims;

  it.each([
    ["EASY_WALLET", 15],
    ["CREDIT_CARD", 15],
    ["ATM", 24 * 60],
    ["PAY_TAIPEI", 24 * 60],
    ["CONVENIENCE_STORE", 3 * 24 * 60],
  ])("holds %s for as long as its news may take: %d minutes", async (channel, minutes) => {
    const startedAt = city.clock.now().getTime();
    const { startPayment } = await city.read(father, start, input(channel));
    expect(startPayment).toMatchObject({ channel, mine: true, bill: { id: bill.id } });
    const heldMs = Date.parse(startPayment.expiresAt) - startedAt;
    expect(Math.abs(heldMs - minutes * minute)).toBeLessThan(5_000);
  });

  it("warns the other guardian, until the claim lapses by itself", async () => {
    await city.read(father, start, input("CREDIT_CARD"));
    expect(await claimsSeenBy()).toMatchObject([{ channel: "CREDIT_CARD", mine: false }]);
    expect(await claimsSeenBy(father)).toMatchObject([{ channel: "CREDIT_CARD", mine: true }]);
    city.clock.advance(16 * minute);
    expect(await claimsSeenBy()).toEqual([]);
  });

  it("blocks the same channel for the other, and leaves the others open with the warning", async () => {
    await city.read(father, start, input("CREDIT_CARD"));
    const { errors } = await city.execute(mother, start, input("CREDIT_CARD"));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "PAYMENT_UNDER_WAY", channel: "CREDIT_CARD" });
    const { startPayment } = await city.read(mother, start, input("ATM"));
    expect(startPayment.bill.claims).toEqual([
      { channel: "CREDIT_CARD", mine: false },
      { channel: "ATM", mine: true },
    ]);
  });

  it("has one claim on a bill: who turns to another channel gives up the one before", async () => {
    for (const channel of ["EASY_WALLET", "PAY_TAIPEI", "CREDIT_CARD", "ATM", "CONVENIENCE_STORE"])
      await city.read(father, start, input(channel));
    expect(await claimsSeenBy()).toMatchObject([{ channel: "CONVENIENCE_STORE" }]);
    expect(await city.refusal(mother, start, input("CREDIT_CARD"))).toBeUndefined();
    const answers = await Promise.all(
      ["EASY_WALLET", "PAY_TAIPEI", "ATM"].map((channel) => city.execute(father, start, input(channel))),
    );
    expect(answers.every(({ errors }) => !errors)).toBe(true);
    expect((await claimsSeenBy()).filter(({ mine }: { mine: boolean }) => !mine)).toHaveLength(1);
  });

  it("takes a claim back, which frees the channel; taken back twice it is as once", async () => {
    const { startPayment } = await city.read(father, start, input("CREDIT_CARD"));
    expect(await city.refusal(mother, start, input("CREDIT_CARD"))).toBe("PAYMENT_UNDER_WAY");
    const variables = { id: startPayment.id };
    for (let times = 0; times < 2; times++)
      expect((await city.read(father, cancel, variables)).cancelPayment).toEqual({
        id: bill.id,
        claims: [],
      });
    expect(await city.refusal(mother, start, input("CREDIT_CARD"))).toBeUndefined();
    const acts = await city.rows("select act from audit where object = ? order by id", [`bill:${bill.id}`]);
    expect(acts.map(({ act }) => act)).toEqual(["startPayment", "cancelPayment", "startPayment"]);
  });

  it("takes back their own claim only", async () => {
    const { startPayment } = await city.read(father, start, input("CREDIT_CARD"));
    for (const [viewer, id] of [
      [mother, startPayment.id],
      [guardian("stranger"), startPayment.id],
      [father, newId()],
      [father, "no id"],
    ] as const)
      expect(await city.refusal(viewer, cancel, { id })).toBe("NOT_FOUND");
    expect(await claimsSeenBy()).toHaveLength(1);
  });

  it("who loses the sight of the child loses the claim with it", async () => {
    const binding = await aBinding(city, "uncle", bill.studentId);
    await city.read(guardian("uncle"), start, input("CONVENIENCE_STORE"));
    expect(await claimsSeenBy()).toHaveLength(1);
    await anEndedBinding(city, binding);
    expect(await claimsSeenBy()).toEqual([]);
    expect(await city.refusal(mother, start, input("CONVENIENCE_STORE"))).toBeUndefined();
  });

  it("comes back to the claim at hand when the same guardian opens the channel again", async () => {
    const { startPayment: first } = await city.read(father, start, input("CREDIT_CARD"));
    const { startPayment: again } = await city.read(father, start, input("CREDIT_CARD"));
    expect(again).toEqual(first);
  });

  it("may start again once the claim has lapsed", async () => {
    await city.read(father, start, input("EASY_WALLET"));
    city.clock.advance(16 * minute);
    expect((await city.execute(mother, start, input("EASY_WALLET"))).errors).toBeUndefined();
  });

  it("gets the same claim for the same key, and one wins of many at once", async () => {
    const same = input("CREDIT_CARD");
    const first = await city.read(father, start, same);
    expect(await city.read(father, start, same)).toEqual(first);
    expect(await city.refusal(father, start, { input: { ...same.input, channel: "ATM" } })).toBe(
      "IDEMPOTENCY_CONFLICT",
    );
    const answers = await Promise.all(
      [father, mother, father, mother].map((viewer) => city.execute(viewer, start, input("ATM"))),
    );
    const held = answers.flatMap(({ errors, data }) => (errors ? [] : [data.startPayment.id]));
    expect(held).toHaveLength(2);
    expect(new Set(held).size).toBe(1);
  });

  it("gets no claim back for its key once that was given up for another", async () => {
    const first = input("ATM");
    await city.read(father, start, first);
    await city.read(father, start, input("CONVENIENCE_STORE"));
    expect(await city.refusal(father, start, first)).toBe("IDEMPOTENCY_CONFLICT");
    expect(await claimsSeenBy(father)).toMatchObject([{ channel: "CONVENIENCE_STORE" }]);
  });

  it("is refused once the bill is paid, and the claims on it are over", async () => {
    await city.read(father, start, input("CREDIT_CARD"));
    await pay(city, bill);
    expect(await city.refusal(mother, start, input("ATM"))).toBe("ALREADY_PAID");
    expect(await claimsSeenBy()).toEqual([]);
  });

  it("is refused a channel that does not take the bill, for its amount or its day", async () => {
    const dear = await aBill(city, { items: [{ name: "學費", amount: 20_001 }] });
    await aBinding(city, "father", dear.studentId);
    const store = input("CONVENIENCE_STORE", { billId: dear.id });
    expect(await city.refusal(father, start, store)).toBe("CHANNEL_NOT_ENABLED");
    city.clock.advance(15 * 24 * 60 * minute);
    expect(await city.refusal(father, start, input("CREDIT_CARD"))).toBe("PAST_DUE");
    expect(await city.refusal(father, start, input("ATM"))).toBeUndefined();
  });

  it("is refused without a key of their own", async () => {
    expect(await city.refusal(father, start, input("ATM", { idempotencyKey: "" }))).toBe("BAD_INPUT");
  });

  it.each([
    ["a stranger", () => guardian("stranger")],
    ["the cashier, who sees the bill but does not owe it", () => cashier("403601")],
    ["the teacher", () => teacher("403601")],
  ])("is not %s: another's bill and a missing one answer alike", async (_, viewer) => {
    expect(await city.refusal(viewer(), start, input("ATM"))).toBe("NOT_FOUND");
    expect(await city.refusal(viewer(), start, input("ATM", { billId: newId() }))).toBe("NOT_FOUND");
    expect(await city.refusal(viewer(), start, input("ATM", { billId: "no id" }))).toBe("NOT_FOUND");
  });
});
