import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding, anEndedBinding, type GivenBill } from "./given.js";
import { cashier, guardian } from "./viewers.js";

const start = `mutation ($input: StartPaymentInput!) { startPayment(input: $input) { id by mine startedAt } }`;
const cancel = "mutation ($id: ID!) { cancelPayment(claimId: $id) { id } }";
const claims = "query ($id: ID!) { bill(id: $id) { claims { channel by mine startedAt } } }";
const list = `query ($after: Cursor, $last: Int) { claimNotices(after: $after, last: $last) {
  edges { node { kind bill { id claims { by } } } } pageInfo { endCursor } } }`;

interface NoticeNode {
  kind: string;
  bill: { id: string; claims: { by: string | null }[] } | null;
}

describe("who has begun to pay", () => {
  let city: City;
  let bill: GivenBill;
  const father = guardian("father");
  const mother = guardian("mother");
  let fathersBinding: Awaited<ReturnType<typeof aBinding>>;
  let ends: Record<string, string>;
  beforeAll(async () => {
    city = await City.start();
  });
  beforeEach(async () => {
    bill = await aBill(city);
    fathersBinding = await aBinding(city, "father", bill.studentId, "FATHER");
    await aBinding(city, "mother", bill.studentId, "MOTHER");
    ends = {};
    for (const viewer of [father, mother])
      ends[viewer.subject!] = (await read(viewer, {})).pageInfo.endCursor;
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const begin = async (viewer: typeof father, channel = "ATM") => {
    const input = { billId: bill.id, channel, idempotencyKey: newId() };
    const { startPayment } = await city.read(viewer, start, { input });
    await city.settle();
    return startPayment;
  };
  const claimsSeenBy = async (viewer: typeof father) =>
    (await city.read(viewer, claims, { id: bill.id })).bill.claims;
  const read = async (viewer: typeof father, variables: object = { after: ends[viewer.subject!] }) =>
    (await city.read(viewer, list, { last: "after" in variables ? null : 1, ...variables })).claimNotices;
  const noticesOf = async (viewer: typeof father) =>
    (await read(viewer)).edges.map(({ node }: { node: NoticeNode }) => node);

  it("is said by relationship, with the moment, to the other guardian", async () => {
    const { startedAt } = await begin(mother);
    expect(await claimsSeenBy(father)).toEqual([{ channel: "ATM", by: "MOTHER", mine: false, startedAt }]);
    expect(Date.parse(startedAt)).toBeCloseTo(city.clock.now().getTime(), -4);
  });

  it("is no business of the cashier, who sees the claim", async () => {
    await begin(mother);
    expect(await claimsSeenBy(cashier("403601"))).toMatchObject([{ by: null, channel: "ATM" }]);
  });

  it("is the other guardian where the binding was told of without a relationship, or before it was kept", async () => {
    const { relationship: _, ...before } = await aBinding(city, "aunt", bill.studentId, "OTHER");
    await city.rows("delete from guardian_tie where subject = 'aunt'");
    await city.deliver("binding.BindingOpened", bill.studentId, before as never);
    await begin(guardian("aunt"));
    expect(await claimsSeenBy(mother)).toMatchObject([{ by: null, mine: false }]);
  });

  it("is told to both guardians at once, and when it is given up, in order and once", async () => {
    const { id } = await begin(mother);
    expect(await noticesOf(father)).toEqual([
      { kind: "STARTED", bill: { id: bill.id, claims: [{ by: "MOTHER" }] } },
    ]);
    for (let times = 0; times < 2; times++) await city.read(mother, cancel, { id });
    await city.settle();
    for (const viewer of [father, mother])
      expect((await noticesOf(viewer)).map(({ kind }: NoticeNode) => kind)).toEqual(["STARTED", "ENDED"]);
  });

  it("is told when another channel takes the place of the first", async () => {
    await begin(mother, "ATM");
    await begin(mother, "CREDIT_CARD");
    expect((await noticesOf(father)).map(({ kind }: NoticeNode) => kind)).toEqual([
      "STARTED",
      "ENDED",
      "STARTED",
    ]);
  });

  it("is told to nobody else, and to a guardian no more once their binding has ended", async () => {
    await anEndedBinding(city, fathersBinding);
    await begin(mother);
    expect(await noticesOf(father)).toEqual([]);
    expect((await read(guardian("stranger"), {})).edges).toEqual([]);
    expect(await city.refusal(guardian("mother"), list, { after: ends.father })).toBe("INVALID_CURSOR");
  });

  it("shows nothing in what was told before, once the binding has ended", async () => {
    await begin(mother);
    await anEndedBinding(city, fathersBinding);
    expect(await noticesOf(father)).toEqual([{ kind: "STARTED", bill: null }]);
  });

  it("tells those who stay that the payment of one who lost the child is under way no more", async () => {
    await begin(father);
    await anEndedBinding(city, fathersBinding);
    expect((await noticesOf(mother)).map(({ kind }: NoticeNode) => kind)).toEqual(["STARTED", "ENDED"]);
    expect(await claimsSeenBy(mother)).toEqual([]);
  });

  it("costs as many statements for a page of bills as for one", async () => {
    await begin(mother);
    const mine = "query ($first: Int) { myBills(first: $first) { edges { node { id claims { by } } } } }";
    await city.read(father, mine, { first: 1 });
    const [one, many] = [
      await city.countStatements(() => city.read(father, mine, { first: 1 })),
      await city.countStatements(() => city.read(father, mine, { first: 20 })),
    ];
    expect(many).toBe(one);
  });
});
