import { describe, expect, it } from "vitest";
import { registrar, startRoster } from "./given.js";
import {
  born,
  type Child,
  cao,
  children,
  codesOf as codes,
  confirmationsOf,
  ge,
  inSeptember,
  lin,
  sheet,
} from "./sheets.js";

const inChinese = { ...registrar, language: "zh-TW" as const };
describe("who leaves and who moves", () => {
  it("is told by class, seat and line, in a dry run and after it", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin, cao, ge]));
    const next = `${sheet([lin])}\n二年二班,5,${ge.name},${ge.nationalId},,,,`;
    const question = {
      left: 1,
      leaving: ["二年一班 28 號 曹O維"],
      moved: 1,
      moving: ["第 3 行 葛O墨：二年一班 29 號 → 二年二班 5 號"],
    };
    expect(await roster.handIn(inChinese, next, { dryRun: true, confirmLeavers: 1 })).toMatchObject(question);
    expect(await roster.handIn(inChinese, next, { confirmLeavers: 1 })).toMatchObject({
      ...question,
      applied: true,
    });
    expect(await roster.handIn(registrar, next)).toMatchObject({ leaving: [], moving: [] });
  });

  it.each([
    { size: 30, leaving: 3, isAsked: false },
    { size: 30, leaving: 4, isAsked: true },
    { size: 100, leaving: 9, isAsked: false },
    { size: 100, leaving: 10, isAsked: true },
    { size: 2, leaving: 1, isAsked: true },
  ])("is asked when $leaving of $size leave: $isAsked", async ({ size, leaving, isAsked }) => {
    await using roster = await startRoster();
    const all = children(size);
    await roster.handIn(registrar, sheet(all));
    const next = sheet(all.slice(leaving));
    const answer = await roster.handIn(registrar, next);
    expect(answer).toMatchObject({ left: leaving, applied: !isAsked });
    expect(codes(answer)).toEqual(isAsked ? ["LEAVERS_UNCONFIRMED"] : []);
    if (!isAsked) return;
    expect(answer.leaving).toHaveLength(leaving);
    expect(await roster.rows("select 1 from student where left_at is not null")).toEqual([]);
    const wrong = await roster.handIn(registrar, next, { confirmLeavers: leaving + 1 });
    expect(wrong).toMatchObject({ applied: false, problems: [{ severity: "CONFIRMATION" }] });
    expect(await roster.handIn(registrar, next, { confirmLeavers: leaving })).toMatchObject({
      left: leaving,
      applied: true,
      problems: [],
    });
  });

  it("asks about ten students of ten classes too", async () => {
    await using roster = await startRoster();
    const classes = (of: Child[]) =>
      of.map(
        (child, at) =>
          `${at % 10 < 9 ? "二" : "三"}年${"一二三四五六七八九十"[at % 10]}班,${at + 1},${child.name},${child.nationalId},,,,`,
      );
    const header = sheet([]);
    const all = classes(children(150));
    await roster.handIn(registrar, [header, ...all].join("\n"));
    const answer = await roster.handIn(registrar, [header, ...all.slice(10)].join("\n"), { dryRun: true });
    expect(answer).toMatchObject({ left: 10, problems: [{ code: "LEAVERS_UNCONFIRMED" }] });
  });

  it("is not asked of a sheet with a line that cannot be read: its student has not left", async () => {
    await using roster = await startRoster();
    await roster.handIn(registrar, sheet([lin, cao]));
    const answer = await roster.handIn(registrar, sheet([lin, { ...cao, seat: "x" }]));
    expect(answer).toMatchObject({ left: 0, leaving: [], problems: [{ code: "BAD_SEAT_NUMBER" }] });
  });
});

describe("a class", () => {
  it("is the same one in whatever writing, and keeps its name", async () => {
    await using roster = await startRoster();
    await roster.handIn(registrar, sheet([lin, cao]));
    for (const className of ["２年１班", "2年1班", "二年１班", " 二年 一班"])
      expect(await roster.handIn(registrar, sheet([lin, cao], { className }))).toMatchObject({
        added: 0,
        changed: 0,
        moved: 0,
        applied: true,
      });
    expect(await roster.rows("select name from school_class")).toEqual([{ name: "二年一班" }]);
  });

  it("that stood twice, under two writings, is each found by its own", async () => {
    await using roster = await startRoster();
    await roster.handIn(registrar, sheet([lin]));
    await roster.rows(
      `insert into school_class (id, school_code, name, grade) values (gen_random_uuid(), '403601', '2年1班', 2)`,
    );
    expect(await roster.handIn(registrar, sheet([cao], { className: "２年１班" }))).toMatchObject({
      added: 1,
      left: 0,
    });
    expect(await roster.handIn(registrar, sheet([lin], { className: "二年一班" }))).toMatchObject({
      left: 0,
      moved: 0,
    });
  });
});

describe("a birth date that does not fit the grade", () => {
  it.each([
    ["2018-11-21", "二年一班", true],
    ["2015-09-02", "二年一班", true],
    ["1929-11-21", "二年一班", false],
    ["2008-11-21", "二年一班", false],
    ["2021-11-21", "二年一班", false],
  ])("(%s in %s) fits: %s", async (birthDate, className, fits) => {
    await using roster = await startRoster({ clock: inSeptember() });
    const answer = await roster.handIn(registrar, born(lin, birthDate, className));
    expect(codes(answer)).toEqual(fits ? [] : ["UNUSUAL_AGE"]);
    expect(answer.applied).toBe(fits);
  });

  it("is asked until it is confirmed, for these very facts, and never again", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    const dryRun = await roster.handIn(registrar, born(lin, "2008/11/21"));
    expect(dryRun).toMatchObject({
      added: 1,
      applied: false,
      problems: [{ line: 2, severity: "CONFIRMATION" }],
    });
    const confirmations = [dryRun.problems[0].confirmation as string];
    expect(confirmations.join()).not.toContain("2008");
    const another = await roster.handIn(registrar, born(lin, "2008/11/22"), { confirmations });
    expect(codes(another)).toEqual(["UNUSUAL_AGE"]);
    const ofAnother = await roster.handIn(registrar, born(cao, "2008/11/21"), { confirmations });
    expect(codes(ofAnother)).toEqual(["UNUSUAL_AGE"]);
    expect(await roster.handIn(registrar, born(lin, "2008/11/21"), { confirmations })).toMatchObject({
      applied: true,
    });
    expect(await roster.handIn(registrar, born(lin, "2008/11/21"))).toMatchObject({
      applied: true,
      problems: [],
    });
  });
});

it("refuses a student number that another class's student has, until that student gives it up", async () => {
  await using roster = await startRoster();
  const numbered = (child: Child, number: string, className: string) =>
    `班級,姓名,身分證號,學號\n${className},${child.name},${child.nationalId},${number}`;
  await roster.handIn(registrar, numbered(lin, "110a27", "二年一班"));
  const taken = await roster.handIn(registrar, numbered(cao, "110A27", "二年二班"));
  expect(taken).toMatchObject({ applied: false, problems: [{ line: 2, code: "STUDENT_NUMBER_TAKEN" }] });
  await roster.handIn(registrar, numbered(lin, "110028", "二年一班"));
  expect(await roster.handIn(registrar, numbered(cao, "110A27", "二年二班"))).toMatchObject({
    applied: true,
  });
});

it("imports a sheet with a column of remarks, and says that it was ignored", async () => {
  await using roster = await startRoster();
  const answer = await roster.handIn(
    inChinese,
    `班級,姓名,身分證號,備註\n二年一班,林承佑,${lin.nationalId},轉學生`,
  );
  expect(answer).toMatchObject({
    added: 1,
    applied: true,
    problemCount: 1,
    problems: [{ line: 1, column: "備註", code: "UNKNOWN_COLUMN", severity: "NOTE" }],
  });
});

describe("a class whose name is of another kind than the books'", () => {
  it.each(["201", "2-1", "二之一", "二年級一班"])(
    "(%s for 二年一班) is asked about before its students move to a new one",
    async (className) => {
      await using roster = await startRoster();
      await roster.handIn(registrar, sheet([lin, cao]));
      const dryRun = await roster.handIn(inChinese, sheet([lin, cao], { className }));
      expect(dryRun).toMatchObject({
        applied: false,
        moved: 2,
        problems: [{ line: 2, code: "CLASS_ALIKE" }],
      });
      expect(dryRun.problems[0].message).toContain("二年一班");
      const confirmations = confirmationsOf(dryRun);
      const next = sheet([lin, cao], { className });
      expect(await roster.handIn(registrar, next, { confirmations })).toMatchObject({
        applied: true,
        moved: 2,
      });
      expect(await roster.handIn(registrar, next)).toMatchObject({ applied: true, problems: [] });
    },
  );

  it("is not asked about where it is the same name, or another number", async () => {
    await using roster = await startRoster();
    await roster.handIn(registrar, sheet([lin]));
    for (const className of ["2年1班", "202", "二年甲班"])
      expect(codes(await roster.handIn(registrar, sheet([lin], { className })))).not.toContain("CLASS_ALIKE");
  });
});
