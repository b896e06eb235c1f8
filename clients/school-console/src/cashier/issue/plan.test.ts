import { describe, expect, it } from "vitest";
import { indexStudents } from "../students/student-index.js";
import { amountOf, chosenStudents, daysLater, dueDays, emptyDraft, type IssueDraft, sumOf } from "./draft.js";
import { inputOf, type Plan, planIssue, planRetry, progressOf, withRows } from "./plan.js";

const students = (count: number, of: string) =>
  Array.from({ length: count }, (_, place) => ({
    id: `${of}-${place}`,
    name: `${of} ${place}`,
    maskedName: "林O",
    seatNumber: place + 1,
    studentNumber: null,
  }));
const index = indexStudents([
  { id: "one", name: "一年一班", grade: 1, students: students(250, "one") },
  { id: "two", name: "二年一班", grade: 2, students: students(3, "two") },
]);
const draft: IssueDraft = {
  ...emptyDraft,
  title: " 學雜費 ",
  items: [
    { name: "午餐費", amount: "2,850" },
    { name: " 家長會費 ", amount: "１００元" },
  ],
  dueDate: "2026-12-14",
};
let keys = 0;
const newKey = () => `key ${++keys}`;
const plan = (changes: Partial<IssueDraft>): Plan => {
  const changed = { ...draft, ...changes };
  return planIssue(changed, "403601", chosenStudents(changed, index), newKey);
};

describe("a plan of an issue", () => {
  it("holds each chosen student once, in batches with a key each", () => {
    const { batches } = plan({ isWhole: true, classIds: ["two"], studentIds: ["two-1"] });
    expect(batches.map(({ studentIds }) => studentIds.length)).toEqual([200, 53]);
    expect(new Set(batches.flatMap(({ studentIds }) => studentIds)).size).toBe(253);
    expect(new Set(batches.map(({ key }) => key)).size).toBe(2);
    expect(plan({ classIds: ["two"], studentIds: ["two-1", "one-7"] }).batches).toMatchObject([
      { studentIds: ["one-7", "two-0", "two-1", "two-2"] },
    ]);
  });

  it("sends what was typed as the graph wants it", () => {
    const made = plan({ classIds: ["two"] });
    expect(inputOf(made, made.batches[0]!)).toEqual({
      schoolCode: "403601",
      title: "學雜費",
      dueDate: "2026-12-14",
      items: [
        { name: "午餐費", amount: 2850 },
        { name: "家長會費", amount: 100 },
      ],
      studentIds: ["two-0", "two-1", "two-2"],
      idempotencyKey: made.batches[0]!.key,
      again: false,
      channels: null,
    });
  });

  it("bills by student the amounts that were written, and nobody without one", () => {
    const { batches } = plan({
      classIds: ["two"],
      isPerChild: true,
      amounts: { "two-0": "500", "two-1": "", "two-2": "750" },
    });
    expect(batches).toMatchObject([
      { items: [{ name: "午餐費", amount: 500 }], studentIds: ["two-0"] },
      { items: [{ name: "午餐費", amount: 750 }], studentIds: ["two-2"] },
    ]);
  });

  it("knows how far it has come, and retries under new keys those alone who were refused", () => {
    const made = plan({ isWhole: true });
    const [first, second] = made.batches as [Plan["batches"][number], Plan["batches"][number]];
    const rows = first.studentIds.map((studentId, place) => ({
      studentId,
      amount: 2950,
      isIssued: place > 0,
      code: place > 0 ? null : "ALREADY_BILLED",
      message: null,
    }));
    const begun = withRows(made, first.key, rows);
    expect(progressOf(begun)).toEqual({ done: 200, total: 253, isDone: false });
    const retry = planRetry(begun, () => true, true, newKey);
    expect(retry.batches).toMatchObject([{ studentIds: [first.studentIds[0]], rows: null }]);
    expect(retry.again).toBe(true);
    expect([first.key, second.key]).not.toContain(retry.batches[0]!.key);
    expect(planRetry(begun, ({ code }) => code !== "ALREADY_BILLED", false, newKey).batches).toEqual([]);
  });
});

it.each([
  ["4730", 4730],
  ["4,730", 4730],
  ["４７３０", 4730],
  ["NT$ 4,730", 4730],
  ["4730元", 4730],
  ["1000000", 1_000_000],
  ["1000001", undefined],
  ["0", undefined],
  ["-5", undefined],
  ["47.5", undefined],
  ["", undefined],
])("reads %j as an amount, or as none", (typed, amount) => {
  expect(amountOf(typed)).toBe(amount);
});

it("has no sum while an amount is missing", () => {
  expect(sumOf(draft.items)).toBe(2950);
  expect(sumOf([...draft.items, { name: "x", amount: "" }])).toBeUndefined();
});

it("lets a bill be due from today for two years, as the graph does", () => {
  expect(dueDays("2026-12-01")).toEqual({ first: "2026-12-01", last: "2028-12-01" });
  expect(dueDays("2028-02-29").last).toBe("2030-02-28");
  expect(daysLater("2026-12-31", 1)).toBe("2027-01-01");
});
