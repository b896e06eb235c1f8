import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, expect, it } from "vitest";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import { City } from "./city.js";
import { aBinding, aClass, bills, type GivenClass, issueInput } from "./given.js";
import { cashier } from "./viewers.js";

const query = `query ($input: IssueBillsInput!) { previewBills(input: $input) {
  rows { student { id maskedName } amount warnings { code message } } total warnings { code message } } }`;

let city: City;
let givenClass: GivenClass;
beforeAll(async () => {
  city = await City.start();
  givenClass = await aClass(city, 3);
  await aBinding(city, "father", givenClass.studentIds[0]!);
});
afterAll(() => city[Symbol.asyncDispose]());

const preview = async (changes: object = {}) =>
  (await city.read(cashier("403601"), query, { input: issueInput(city, givenClass, changes) })).previewBills;
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code);

it("says what would be billed, in sum and per child, and who would not hear of it", async () => {
  const { rows, total, warnings } = await preview();
  expect(total).toBe(3 * 4_730);
  expect(codes(warnings)).toEqual([]);
  expect(rows[0]).toEqual({
    student: { id: givenClass.studentIds[0], maskedName: "林O1" },
    amount: 4_730,
    warnings: [],
  });
  expect(codes(rows[1].warnings)).toEqual(["NO_GUARDIAN_BOUND"]);
});

it("issues nothing, and uses no key up", async () => {
  const before = await city.rows("select id from bill");
  const idempotencyKey = newId();
  await preview({ idempotencyKey });
  expect(await city.rows("select id from bill")).toEqual(before);
  await bills(city, givenClass, { idempotencyKey, title: "with the key" });
});

it("warns of children who were billed the same, and leaves out of the sum whom an issue would refuse", async () => {
  const title = "班級旅遊";
  await bills(city, givenClass, { title, classIds: [], studentIds: givenClass.studentIds.slice(0, 1) });
  const { rows, total } = await preview({ title, again: false });
  expect(codes(rows[0].warnings)).toEqual(["ALREADY_BILLED"]);
  expect(total).toBe(2 * 4_730);
  const meant = await preview({ title, again: true });
  expect(codes(meant.rows[0].warnings)).toEqual(["BILLED_BEFORE"]);
  expect(meant.total).toBe(3 * 4_730);
  const other = await preview({ title, again: false, items: [{ name: "x", amount: 4_000 }] });
  expect(codes(other.rows[0].warnings)).toEqual(["BILLED_BEFORE"]);
});

it("names a student who is not at the school, as an issue does", async () => {
  const { rows } = await preview({ studentIds: [newId()] });
  expect(codes(rows.at(-1).warnings)).toEqual(["STUDENT_NOT_AT_SCHOOL"]);
});

it.each([
  ["twice the largest of the past year and more", 9_461, ["AMOUNT_UNUSUAL"]],
  ["twice the largest", 9_460, []],
  ["half of the smallest", 2_365, []],
  ["less than half of the smallest", 2_364, ["AMOUNT_UNUSUAL"]],
])("knows the school's usual amounts: %s", async (_, amount, expected) => {
  await bills(city, await aClass(city, 1));
  const { warnings } = await preview({ items: [{ name: "x", amount }] });
  expect(codes(warnings)).toEqual(expected);
});

it.each([
  [0, ["DUE_SOON"]],
  [2, ["DUE_SOON"]],
  [3, []],
  [120, []],
  [121, ["DUE_LATE"]],
])("knows that %i days to pay is little, enough or long", async (days, expected) => {
  const dueDate = daysAfter(schoolDay(city.clock.now()), days);
  expect(codes((await preview({ dueDate })).warnings)).toEqual(expected);
});

it("refuses what an issue refuses", async () => {
  const refusal = (changes: object) =>
    city.refusal(cashier("403601"), query, { input: issueInput(city, givenClass, changes) });
  expect(await refusal({ classIds: [newId()] })).toBe("CLASS_NOT_AT_SCHOOL");
  expect(await refusal({ title: " " })).toBe("BAD_INPUT");
  expect(await refusal({ dueDate: "2020-01-01" })).toBe("BAD_INPUT");
});

it("takes as many statements for a hundred students as for one", async () => {
  const [one, many] = [await aClass(city, 1), await aClass(city, 100)];
  const count = (of: GivenClass) =>
    city.countStatements(() => city.read(cashier("403601"), query, { input: issueInput(city, of) }));
  expect(await count(many)).toBe(await count(one));
});
