import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding, aClass, anEndedBinding, bills } from "./given.js";
import { applicant, guardian } from "./viewers.js";
import { pay } from "./wallet.js";

const list = `query ($first: Int, $after: Cursor, $last: Int) { billNotices(first: $first, after: $after, last: $last) {
  edges { node { id cursor kind occurredAt bill { id status } } } pageInfo { endCursor } } }`;

interface NoticeNode {
  kind: string;
  cursor: string;
  bill: { id: string } | null;
}

describe("bill notices", () => {
  let city: City;
  beforeAll(async () => {
    city = await City.start();
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const read = async (subject: string, variables: object = {}) =>
    (await city.read(guardian(subject), list, variables)).billNotices;
  const noticesOf = async (subject: string, variables: object = {}) =>
    (await read(subject, variables)).edges.map(({ node }: { node: NoticeNode }) => [
      node.kind,
      node.bill?.id ?? null,
    ]);

  it("tell both guardians of a bill and of its payment, in order, and nobody else", async () => {
    const givenClass = await aClass(city, 1);
    await aBinding(city, "a-father", givenClass.studentIds[0]!);
    await aBinding(city, "a-mother", givenClass.studentIds[0]!);
    const [bill] = await bills(city, givenClass);
    await pay(city, bill!);
    for (const subject of ["a-father", "a-mother"])
      expect(await noticesOf(subject)).toEqual([
        ["ISSUED", bill!.id],
        ["PAID", bill!.id],
      ]);
    expect(await noticesOf("a-stranger")).toEqual([]);
  });

  it("tell a guardian who is bound later of the bills that still wait, once", async () => {
    const givenClass = await aClass(city, 1);
    const [paid] = await bills(city, givenClass);
    await pay(city, paid!);
    const [waiting] = await bills(city, givenClass);
    await aBinding(city, "b-father", givenClass.studentIds[0]!);
    expect(await noticesOf("b-father")).toEqual([["ISSUED", waiting!.id]]);
    await aBinding(city, "b-father", givenClass.studentIds[0]!);
    expect(await noticesOf("b-father")).toEqual([["ISSUED", waiting!.id]]);
  });

  it("are told once when the binding and the bill come at the same moment", async () => {
    const givenClass = await aClass(city, 20);
    const [, issued] = await Promise.all([
      Promise.all(givenClass.studentIds.map((id) => aBinding(city, "c-father", id))),
      bills(city, givenClass),
    ]);
    await city.settle();
    const ids = (await noticesOf("c-father", { first: 100 })).map(([, id]: [string, string]) => id);
    expect(ids.sort()).toEqual(issued.map(({ id }) => id).sort());
  });

  it("go on from a cursor with exactly what was missed, in order", async () => {
    const givenClass = await aClass(city, 1);
    await aBinding(city, "d-father", givenClass.studentIds[0]!);
    await bills(city, givenClass);
    const { endCursor } = (await read("d-father", { last: 1 })).pageInfo;
    const missed = [(await bills(city, givenClass))[0]!.id, (await bills(city, givenClass))[0]!.id];
    expect(await noticesOf("d-father", { after: endCursor })).toEqual(missed.map((id) => ["ISSUED", id]));
  });

  it("give a cursor even to a guardian who was told nothing yet", async () => {
    const { pageInfo, edges } = await read("e-father", { last: 1 });
    expect(edges).toEqual([]);
    const bill = await aBill(city);
    await aBinding(city, "e-father", bill.studentId);
    expect(await noticesOf("e-father", { after: pageInfo.endCursor })).toEqual([["ISSUED", bill.id]]);
  });

  it("stay when the binding ends, but no longer show the bill", async () => {
    const bill = await aBill(city);
    const binding = await aBinding(city, "f-father", bill.studentId);
    await anEndedBinding(city, binding);
    expect(await noticesOf("f-father")).toEqual([["ISSUED", null]]);
    await pay(city, bill);
    expect(await noticesOf("f-father")).toEqual([["ISSUED", null]]);
  });

  it("tell of an overpayment beside the payment", async () => {
    const bill = await aBill(city);
    await aBinding(city, "g-father", bill.studentId);
    await pay(city, bill);
    await pay(city, bill);
    expect((await noticesOf("g-father")).map(([kind]: [string]) => kind)).toEqual([
      "ISSUED",
      "PAID",
      "OVERPAID",
    ]);
  });

  it("are one's own: another's cursor is refused, and an applicant has none", async () => {
    const { endCursor } = (await read("a-father", { last: 1 })).pageInfo;
    expect(await city.refusal(guardian("a-mother"), list, { after: endCursor })).toBe("INVALID_CURSOR");
    expect(await city.refusal(applicant("a-father"), list)).toBe("FORBIDDEN");
  });

  it("are told once though the events come twice", async () => {
    const bill = await aBill(city);
    const binding = await aBinding(city, "h-father", bill.studentId);
    await city.deliver("binding.BindingOpened", binding.studentId, binding);
    expect(await noticesOf("h-father")).toEqual([["ISSUED", bill.id]]);
  });
});
