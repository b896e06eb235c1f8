import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBinding, aClass, anEndedBinding, bills, type GivenBill, type GivenClass } from "./given.js";
import { applicant, beginner, cashier, guardian, partner, teacher } from "./viewers.js";
import { pay } from "./wallet.js";

const myBills = `query ($first: Int, $after: Cursor, $status: BillStatus) {
  myBills(first: $first, after: $after, status: $status) { edges { cursor node { id status student { maskedName } } }
  pageInfo { hasNextPage endCursor } } }`;
const oneBill = "query ($id: ID!) { bill(id: $id) { id accountNumber school { code name } student { id } } }";
const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Bill { id amount } ... on Student { bills { edges { node { id } } } } ... on Account { unpaidBillCount } } }`;

// Told in order: what a test adds, later ones see.
describe("a guardian", { shuffle: false }, () => {
  let city: City;
  let twoOne: GivenClass;
  let sevenThree: GivenClass;
  let younger: GivenBill;
  let elder: GivenBill;
  let neighbour: GivenBill;
  const father = guardian("father");

  beforeAll(async () => {
    city = await City.start();
    twoOne = await aClass(city, 2);
    sevenThree = await aClass(city, 1, "403501");
    await aBinding(city, "father", twoOne.studentIds[0]!);
    await aBinding(city, "father", sevenThree.studentIds[0]!);
    await aBinding(city, "stranger", twoOne.studentIds[1]!);
    [younger, neighbour] = (await bills(city, twoOne)) as [GivenBill, GivenBill];
    [elder] = (await bills(city, sevenThree)) as [GivenBill];
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const ids = async (variables: object = {}, viewer = father) =>
    (await city.read(viewer, myBills, variables)).myBills.edges.map(
      ({ node }: { node: GivenBill }) => node.id,
    );

  it("sees the bills of all children, newest first, and nobody else's", async () => {
    expect(await ids()).toEqual([elder.id, younger.id]);
    expect(await ids({}, guardian("stranger"))).toEqual([neighbour.id]);
    expect(await ids({}, guardian("nobody's"))).toEqual([]);
  });

  it("reads them page by page without a gap", async () => {
    const { myBills: page } = await city.read(father, myBills, { first: 1 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(await ids({ first: 1, after: page.pageInfo.endCursor })).toEqual([younger.id]);
  });

  it("counts the unpaid ones in the badge, and filters by status", async () => {
    const spare = await bills(city, sevenThree);
    const badge = async () => {
      const { _entities } = await city.read(father, entities, {
        representations: [{ __typename: "Account", id: "father" }],
      });
      return _entities[0].unpaidBillCount;
    };
    expect(await badge()).toBe(3);
    await pay(city, spare[0]!);
    expect(await badge()).toBe(2);
    expect(await ids({ status: "PAID" })).toEqual([spare[0]!.id]);
  });

  it("reads the issuing school's name and the child's masked name with the bill", async () => {
    const { bill } = await city.read(father, oneBill, { id: elder.id });
    expect(bill).toMatchObject({ id: elder.id, school: { code: "403501", name: "市立內湖國中" } });
  });

  it("still sees the school of then after the child moved", async () => {
    const moved = await aClass(city, 1);
    const [bill] = await bills(city, moved);
    await aBinding(city, "mover", moved.studentIds[0]!);
    await city.deliver("roster.StudentMoved", moved.studentIds[0]!, {
      studentId: moved.studentIds[0]!,
      classId: sevenThree.classId,
      fromClassId: moved.classId,
      className: "七年三班",
      schoolCode: "403501",
      schoolName: "市立內湖國中",
      level: "JUNIOR_HIGH",
      seatNumber: 9,
      maskedName: "林O9",
      personKey: "p",
      parentPersonKeys: [],
    });
    const { bill: seen } = await city.read(guardian("mover"), oneBill, { id: bill!.id });
    expect(seen.school).toEqual({ code: "403601", name: "市立內湖國小" });
  });

  it("no longer sees anything once the binding is over", async () => {
    const givenClass = await aClass(city, 1);
    const [bill] = await bills(city, givenClass);
    const binding = await aBinding(city, "ended", givenClass.studentIds[0]!);
    expect(await ids({}, guardian("ended"))).toEqual([bill!.id]);
    await anEndedBinding(city, binding);
    expect(await ids({}, guardian("ended"))).toEqual([]);
    expect((await city.read(guardian("ended"), oneBill, { id: bill!.id })).bill).toBeNull();
  });

  describe("of another family", () => {
    it.each([
      ["a stranger", () => guardian("stranger")],
      ["a cashier of another school", () => cashier("403501")],
      ["the teacher", () => teacher("403601")],
    ])("is told nothing by id: %s reads a missing bill and another's alike", async (_, viewer) => {
      expect(await city.execute(viewer(), oneBill, { id: younger.id })).toEqual({ data: { bill: null } });
      expect(await city.execute(viewer(), oneBill, { id: newId() })).toEqual({ data: { bill: null } });
    });

    it("is refused to a program that no guardian has linked, whoever's bill it asks for", async () => {
      for (const id of [younger.id, newId()])
        expect(await city.refusal(partner("wallet"), oneBill, { id })).toBe("FORBIDDEN");
    });

    it("is told nothing through entities", async () => {
      const representations = [
        { __typename: "Bill", id: younger.id },
        { __typename: "Bill", id: newId() },
        { __typename: "Student", id: younger.studentId },
      ];
      const { _entities } = await city.read(guardian("stranger"), entities, { representations });
      expect(_entities).toEqual([null, null, { bills: null }]);
    });

    it("is refused another's cursor, and a cursor of another list", async () => {
      const { myBills: page } = await city.read(father, myBills, { first: 1 });
      const after = page.pageInfo.endCursor;
      expect(await city.refusal(guardian("stranger"), myBills, { after })).toBe("INVALID_CURSOR");
      expect(await city.refusal(father, myBills, { after, status: "UNPAID" })).toBe("INVALID_CURSOR");
      expect(await city.refusal(father, myBills, { after: `${after}x` })).toBe("INVALID_CURSOR");
    });

    it("is refused another's badge", async () => {
      const representations = [{ __typename: "Account", id: "father" }];
      expect(await city.refusal(guardian("stranger"), entities, { representations })).toBe("FORBIDDEN");
    });

    it.each([
      ["an applicant", applicant("father"), "FORBIDDEN"],
      ["someone with an initial password", beginner("father"), "MUST_CHANGE_PASSWORD"],
    ])("is told nothing before signing in: %s", async (_, viewer, code) => {
      expect(await city.refusal(viewer, myBills)).toBe(code);
      const representations = [{ __typename: "Bill", id: younger.id }];
      expect((await city.read(viewer, entities, { representations }))._entities).toEqual([null]);
    });
  });

  it("gets a child's bills through the child, and a cashier only those of the own school", async () => {
    const representations = [younger, elder].map(({ studentId }) => ({
      __typename: "Student",
      id: studentId,
    }));
    const counts = async (viewer: typeof father) =>
      (await city.read(viewer, entities, { representations }))._entities.map(
        ({ bills }: { bills: { edges: unknown[] } | null }) => bills?.edges.length ?? null,
      );
    expect(await counts(father)).toEqual([1, 2]);
    expect(await counts(cashier("403601"))).toEqual([1, 0]);
    expect(await counts(guardian("stranger"))).toEqual([null, null]);
  });
});

describe("a cashier", () => {
  it("sees all bills of the own school, by status, and no other school's", async () => {
    await using city = await City.start();
    const givenClass = await aClass(city, 3);
    const issued = await bills(city, givenClass);
    await pay(city, issued[1]!);
    const query = `query ($code: ID!, $status: BillStatus) { schoolBills(schoolCode: $code, status: $status) {
      edges { node { id paidAt } } } }`;
    const list = async (variables: object) =>
      (await city.read(cashier("403601"), query, { code: "403601", ...variables })).schoolBills.edges;
    expect(await list({})).toHaveLength(3);
    const paid = await list({ status: "PAID" });
    expect(paid).toHaveLength(1);
    expect(paid[0].node).toMatchObject({ id: issued[1]!.id, paidAt: expect.any(String) });
    expect(await city.refusal(cashier("403601"), query, { code: "403501" })).toBe("FORBIDDEN");
  });
});

describe("the statements of a list", () => {
  it("are as many for 100 bills, with all their fields, as for one", async () => {
    await using city = await City.start();
    const givenClass = await aClass(city, 100);
    for (const studentId of givenClass.studentIds) await aBinding(city, "many", studentId);
    await aBinding(city, "one", givenClass.studentIds[0]!);
    await bills(city, givenClass);
    const query = `{ myBills(first: 100) { edges { node { overdue school { name } student { maskedName
      } paymentOptions { channel } claims { id } } } } }`;
    const count = (subject: string, expected: number) =>
      city.countStatements(async () => {
        const { myBills: page } = await city.read(guardian(subject), query);
        expect(page.edges).toHaveLength(expected);
      });
    const forOne = await count("one", 1);
    expect(await count("many", 100)).toBe(forOne);
    expect(forOne).toBeLessThan(8);
  });

  it("are as many for the bills of 50 children as of one", async () => {
    await using city = await City.start();
    const givenClass = await aClass(city, 50);
    for (const studentId of givenClass.studentIds) await aBinding(city, "many", studentId);
    await bills(city, givenClass);
    const count = (studentIds: string[]) =>
      city.countStatements(async () => {
        const representations = studentIds.map((id) => ({ __typename: "Student", id }));
        const { _entities } = await city.read(guardian("many"), entities, { representations });
        for (const { bills } of _entities) expect(bills.edges).toHaveLength(1);
      });
    expect(await count(givenClass.studentIds)).toBe(await count(givenClass.studentIds.slice(0, 1)));
  });
});
