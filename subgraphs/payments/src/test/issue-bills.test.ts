import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { largestBillNtd } from "../domain/money.js";
import { daysAfter, schoolDay, yearsAfter } from "../domain/school-day.js";
import { City } from "./city.js";
import { aClass, bills, type GivenClass, issueBillsMutation, issueInput } from "./given.js";
import { cashier, guardian, teacher } from "./viewers.js";

describe("a cashier who issues bills", () => {
  let city: City;
  let givenClass: GivenClass;
  beforeAll(async () => {
    city = await City.start();
    givenClass = await aClass(city, 3);
  });
  afterEach(() => city.checkBooks());
  afterAll(() => city[Symbol.asyncDispose]());

  const issue = (input: object, viewer = cashier("403601")) =>
    city.execute(viewer, issueBillsMutation, { input });

  it("bills every student of a class once, in seat order, each under a number of its own", async () => {
    const { data } = await issue(issueInput(city, givenClass, { studentIds: [givenClass.studentIds[0]] }));
    const { results } = data.issueBills;
    expect(results.map((row: { studentId: string }) => row.studentId)).toEqual(givenClass.studentIds);
    expect(results[0]).toMatchObject({ ok: true, refusal: null, bill: { amount: 4730 } });
    expect(results[0].bill.student).toEqual({ id: givenClass.studentIds[0], maskedName: "林O1" });
    expect(
      new Set(results.map((row: { bill: { accountNumber: string } }) => row.bill.accountNumber)).size,
    ).toBe(3);
  });

  it("gives numbers of one school one prefix, and serials that do not count up", async () => {
    const numbers = (await bills(city, givenClass)).map(({ accountNumber }) => accountNumber);
    expect(new Set(numbers.map((number) => number.slice(0, 6))).size).toBe(1);
    const [first, second] = numbers.map((number) => Number(number.slice(6, 15)));
    expect(Math.abs(second! - first!)).toBeGreaterThan(1);
  });

  it("answers a repeated act with the same bills, also for two at the same moment", async () => {
    const input = issueInput(city, givenClass);
    const answers = await Promise.all([issue(input), issue(input), issue(input)]);
    expect(answers[0]!.data.issueBills.results).toHaveLength(3);
    for (const answer of answers) expect(answer.data).toEqual(answers[0]!.data);
    expect((await issue({ ...input, title: "另一張" })).errors?.[0]?.extensions.code).toBe(
      "IDEMPOTENCY_CONFLICT",
    );
  });

  it("refuses one row each for students who are not at the school, and bills the others", async () => {
    const elsewhere = await aClass(city, 1, "403501");
    const strangers = [elsewhere.studentIds[0]!, newId(), "no id at all"];
    const input = issueInput(city, {}, { studentIds: [...strangers, givenClass.studentIds[1]] });
    const { data } = await issue(input);
    const rows: { studentId: string; ok: boolean; refusal: { code: string; message: string } | null }[] =
      data.issueBills.results;
    expect(rows.filter(({ ok }) => ok).map(({ studentId }) => studentId)).toEqual([givenClass.studentIds[1]]);
    const refused = rows.filter(({ ok }) => !ok);
    expect(refused.map(({ studentId }) => studentId)).toEqual(strangers);
    // Another school's child and one that does not exist read alike.
    expect(new Set(refused.map(({ refusal }) => JSON.stringify(refusal))).size).toBe(1);
    expect(refused[0]!.refusal!.code).toBe("STUDENT_NOT_AT_SCHOOL");
  });

  it("does not bill a student who left", async () => {
    const { classId, schoolCode, studentIds } = await aClass(city, 2);
    await city.deliver("roster.StudentLeft", studentIds[0]!, {
      studentId: studentIds[0]!,
      classId,
      schoolCode,
    });
    const issued = await bills(city, { classId, schoolCode, studentIds });
    expect(issued.map(({ studentId }) => studentId)).toEqual([studentIds[1]]);
  });

  const yesterday = () => daysAfter(schoolDay(city.clock.now()), -1);
  it.each([
    ["a due date in the past", () => ({ dueDate: yesterday() }), "BAD_INPUT"],
    [
      "a due date in more than two years",
      () => ({ dueDate: daysAfter(yesterday(), 2 * 366 + 1) }),
      "BAD_INPUT",
    ],
    ["a due date of 2206", () => ({ dueDate: "2206-11-30" }), "BAD_INPUT"],
    ["an empty key", () => ({ idempotencyKey: "" }), "BAD_INPUT"],
    ["a key of blanks", () => ({ idempotencyKey: " " }), "BAD_INPUT"],
    ["an endless key", () => ({ idempotencyKey: "k".repeat(256) }), "BAD_INPUT"],
    ["no lines", () => ({ items: [] }), "BAD_INPUT"],
    ["a line of nothing", () => ({ items: [{ name: "午餐費", amount: 0 }] }), "BAD_INPUT"],
    [
      "a negative line",
      () => ({
        items: [
          { name: "午餐費", amount: 100 },
          { name: "折扣", amount: -1 },
        ],
      }),
      "BAD_INPUT",
    ],
    [
      "more than a bill may ask for",
      () => ({
        items: [
          { name: "a", amount: largestBillNtd },
          { name: "b", amount: 1 },
        ],
      }),
      "BAD_INPUT",
    ],
    ["a title of blanks", () => ({ title: "  " }), "BAD_INPUT"],
    ["nobody to bill", () => ({ classIds: [] }), "BAD_INPUT"],
    ["a class of another school", () => ({ classIds: [newId()] }), "CLASS_NOT_AT_SCHOOL"],
  ])("is refused %s, and nothing is written", async (_, changes, code) => {
    const before = await city.rows("select count(*) from bill");
    const { errors } = await issue(issueInput(city, givenClass, changes()));
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(await city.rows("select count(*) from bill")).toEqual(before);
  });

  it("is told which day to choose, in their own language", async () => {
    const first = schoolDay(city.clock.now());
    const input = issueInput(city, givenClass, { dueDate: yesterday() });
    const last = yearsAfter(first, 2);
    expect((await issue(input)).errors?.[0]).toMatchObject({
      message: `“dueDate” is not right. Choose a day from ${first} to ${last}.`,
      extensions: { field: "dueDate", rule: `Choose a day from ${first} to ${last}.` },
    });
    const chinese = { ...cashier("403601"), language: "zh-TW" as const };
    expect((await issue(input, chinese)).errors?.[0]?.message).toBe(
      `「dueDate」填寫有誤：繳費期限請填 ${first} 至 ${last} 之間的日期。`,
    );
  });

  it("does not bill a student twice within ten minutes for the same, under whatever key, unless told to", async () => {
    const { classId, schoolCode, studentIds } = await aClass(city, 2);
    const [first] = studentIds;
    const once = (changes: object = {}) =>
      issueInput(city, { classId, schoolCode }, { again: false, ...changes });
    const refusalsOf = async (input: object) =>
      (await issue(input)).data.issueBills.results.map(
        (row: { refusal: { code: string } | null }) => row.refusal?.code,
      );
    expect(await refusalsOf(once({ classIds: [], studentIds: [first] }))).toEqual([undefined]);
    const { data } = await issue(once());
    expect(data.issueBills.results).toMatchObject([
      {
        ok: false,
        bill: null,
        refusal: { code: "ALREADY_BILLED", message: expect.stringMatching(/again: true/) },
      },
      { ok: true, refusal: null },
    ]);
    const twice = ["ALREADY_BILLED", "ALREADY_BILLED"];
    expect(await refusalsOf(once())).toEqual(twice);
    expect(await refusalsOf(once({ title: "另一張" }))).toEqual([undefined, undefined]);
    expect(await refusalsOf(once({ items: [{ name: "午餐費", amount: 4_730 }] }))).toEqual([
      undefined,
      undefined,
    ]);
    expect(await refusalsOf(once({ again: true }))).toEqual([undefined, undefined]);
    city.clock.advance(10 * 60_000 + 1_000);
    expect(await refusalsOf(once())).toEqual([undefined, undefined]);
    const atOnce = await Promise.all([issue(once({ title: "同時" })), issue(once({ title: "同時" }))]);
    const bills = atOnce.flatMap(({ data }) => data.issueBills.results).filter(({ ok }) => ok);
    expect(bills).toHaveLength(2);
  });

  it("may bill today's due date", async () => {
    const { errors } = await issue(issueInput(city, givenClass, { dueDate: schoolDay(city.clock.now()) }));
    expect(errors).toBeUndefined();
  });

  it("of a school without an agreement with a bank is told so", async () => {
    await using bare = await City.start({ agreements: { issuerTerms: null } });
    const input = issueInput(bare, await aClass(bare, 1));
    expect(await bare.refusal(cashier("403601"), issueBillsMutation, { input })).toBe("ISSUER_NOT_SET");
  });

  it.each([
    ["a cashier of another school", cashier("403501")],
    ["a teacher", teacher("403601")],
    ["a guardian", guardian("somebody")],
  ])("is not %s", async (_, viewer) => {
    expect((await issue(issueInput(city, givenClass), viewer)).errors?.[0]?.extensions.code).toBe(
      "FORBIDDEN",
    );
  });

  it("leaves an audit row that names no student", async () => {
    const input = issueInput(city, givenClass);
    await issue(input);
    const [row] = await city.rows("select subject, act, object, detail from audit order by id desc limit 1");
    expect(row).toMatchObject({ subject: "cashier-403601", act: "issueBills", object: "school:403601" });
    expect(JSON.stringify(row)).not.toContain(givenClass.studentIds[0]);
  });
});

describe("the statements of an issue", () => {
  it("are as many for 1,000 students as for one", async () => {
    await using city = await City.start();
    const one = await aClass(city, 1);
    const thousand = await aClass(city, 1_000);
    await bills(city, one); // The school has its agreement by now.
    const count = (givenClass: GivenClass) =>
      city.countStatements(async () => {
        const input = issueInput(city, givenClass);
        const { issueBills } = await city.read(cashier("403601"), issueBillsMutation, { input });
        expect(issueBills.results).toHaveLength(givenClass.studentIds.length);
      });
    const forOne = await count(one);
    expect(await count(thousand)).toBe(forOne);
    expect(forOne).toBeLessThan(25);
    await city.checkBooks();
  });
});
