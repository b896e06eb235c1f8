import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aClass, bills, type GivenBill, type GivenClass } from "./given.js";
import { cashier } from "./viewers.js";
import { pay } from "./wallet.js";

const list = `query ($filter: BillFilterInput, $status: BillStatus, $first: Int, $after: Cursor) {
  schoolBills(schoolCode: "403601", filter: $filter, status: $status, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
const sums = `query ($by: FigureBy!, $filter: BillFilterInput) {
  figures(input: { schoolCode: "403601", by: $by, filter: $filter }) {
    key billed paid open overdue bills paidBills openBills overdueBills } }`;

const lunch = "午餐費";

// Told in order: what a test adds, later ones see.
describe("a school's bills", { shuffle: false }, () => {
  let city: City;
  let twoOne: GivenClass;
  let twoTwo: GivenClass;
  let term: GivenBill[];
  let meals: GivenBill[];
  const viewer = cashier("403601");

  beforeAll(async () => {
    city = await City.start();
    twoOne = await aClass(city, 3);
    twoTwo = await aClass(city, 2);
    const elsewhere = await aClass(city, 1, "403501");
    await bills(city, elsewhere);
    term = await bills(city, twoOne);
    meals = await bills(city, twoTwo, { title: lunch, items: [{ name: lunch, amount: 800 }] });
    await pay(city, term[0]!);
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const ids = async (variables: object) =>
    (await city.read(viewer, list, variables)).schoolBills.edges.map(
      ({ node }: { node: GivenBill }) => node.id,
    );
  const figures = async (by: string, filter: object = {}) =>
    (await city.read(viewer, sums, { by, filter })).figures;
  /** As a list gives them. Bills of one act share their millisecond, and within it their ids are in no order of theirs. */
  const idsOf = (given: readonly GivenBill[]) =>
    given
      .map(({ id }) => id)
      .sort()
      .reverse();

  it("are found by class, student, number, title and state, each alone and together", async () => {
    const [first, second, third] = term as [GivenBill, GivenBill, GivenBill];
    expect(await ids({})).toEqual(idsOf([...term, ...meals]));
    expect(await ids({ filter: { classId: twoTwo.classId } })).toEqual(idsOf(meals));
    expect(await ids({ filter: { studentIds: [second.studentId] } })).toEqual([second.id]);
    expect(await ids({ filter: { accountNumber: third.accountNumber } })).toEqual([third.id]);
    expect(await ids({ filter: { title: lunch } })).toEqual(idsOf(meals));
    expect(await ids({ filter: { status: "PAID" } })).toEqual([first.id]);
    expect(await ids({ status: "UNPAID", filter: { classId: twoOne.classId } })).toEqual(
      idsOf([second, third]),
    );
    expect(await ids({ filter: { classId: twoTwo.classId, title: "other" } })).toEqual([]);
  });

  it("are no bills of a class, a student or an id that is not the school's", async () => {
    for (const filter of [
      { classId: newId() },
      { classId: "no id" },
      { studentIds: [newId(), "no id"] },
      { studentIds: [] },
    ])
      expect(await ids({ filter })).toEqual([]);
  });

  it("are refused for more students than one may name", async () => {
    const studentIds = Array.from({ length: 101 }, () => newId());
    expect(await city.refusal(viewer, list, { filter: { studentIds } })).toBe("BAD_INPUT");
    expect(await city.refusal(viewer, sums, { by: "STATUS", filter: { studentIds } })).toBe("BAD_INPUT");
  });

  it("are read page by page under a filter, and its cursor serves no other one", async () => {
    const filter = { classId: twoOne.classId };
    const { schoolBills: page } = await city.read(viewer, list, { filter, first: 2 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    const after = page.pageInfo.endCursor;
    expect(await ids({ filter, after })).toEqual(idsOf(term).slice(2));
    expect(await city.refusal(viewer, list, { filter: { classId: twoTwo.classId }, after })).toBe(
      "INVALID_CURSOR",
    );
  });

  it("are summed by state, class, title, channel and day", async () => {
    const [unpaid, paid] = [4_730 * 2 + 800 * 2, 4_730];
    const [all] = await figures("SCHOOL");
    expect(all).toEqual({
      key: "403601",
      billed: unpaid + paid,
      paid,
      open: unpaid,
      overdue: 0,
      bills: 5,
      paidBills: 1,
      openBills: 4,
      overdueBills: 0,
    });
    const keyed = async (by: string, filter?: object) =>
      Object.fromEntries(
        (await figures(by, filter)).map(({ key, bills, open }: Record<string, unknown>) => [
          key,
          [bills, open],
        ]),
      );
    expect(await keyed("STATUS")).toEqual({ UNPAID: [4, unpaid], PAID: [1, 0] });
    expect(await keyed("CLASS")).toEqual({ [twoOne.classId]: [3, 9_460], [twoTwo.classId]: [2, 1_600] });
    expect(await keyed("TITLE", { status: "UNPAID" })).toEqual({
      "115 學年度第 1 學期學雜費": [2, 9_460],
      [lunch]: [2, 1_600],
    });
    expect(await keyed("CHANNEL")).toEqual({ EASY_WALLET: [1, 0], NONE: [4, unpaid] });
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" }).format(city.clock.now());
    expect(await keyed("DAY", { from: today, until: today })).toEqual({ [today]: [5, unpaid] });
    expect(await keyed("DAY", { until: "2020-01-01" })).toEqual({});
    const since = async (from: string) =>
      (
        await city.read(
          viewer,
          `query ($from: Date) { figures(input: { schoolCode: "403601", by: DAY, from: $from }) { key bills } }`,
          { from },
        )
      ).figures;
    expect(await since(today)).toEqual([{ key: today, bills: 5 }]);
    expect(await since("2099-01-01")).toEqual([]);
  });

  it("count as overdue from the day after their due date, by state and by filter alike", async () => {
    city.clock.advance(15 * 24 * 60 * 60_000);
    const [all] = await figures("SCHOOL");
    expect(all).toMatchObject({ overdueBills: 4, overdue: all.open });
    expect(await ids({ filter: { overdue: true } })).toHaveLength(4);
    city.clock.advance(-15 * 24 * 60 * 60_000);
  });

  it("stand under no class once their student has left", async () => {
    const leaving = await aClass(city, 1);
    const [bill] = await bills(city, leaving, { title: "班費" });
    await city.deliver("roster.StudentLeft", bill!.studentId, {
      studentId: bill!.studentId,
      classId: leaving.classId,
      schoolCode: "403601",
    });
    expect(await figures("CLASS", { title: "班費" })).toMatchObject([{ key: "NONE", bills: 1 }]);
    expect(await ids({ filter: { classId: leaving.classId } })).toEqual([]);
  });

  it("take as many statements for a hundred as for one", async () => {
    await bills(city, await aClass(city, 100));
    const count = (first: number) => city.countStatements(() => ids({ first }));
    expect(await count(100)).toBe(await count(1));
    expect(await city.countStatements(() => figures("CLASS"))).toBe(1);
  });
});
