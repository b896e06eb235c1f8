import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClassSheet } from "../import/class-sheet.js";
import { messageOf, type Problem, problemCodes } from "../import/problem.js";
import { cao, lin, nationalIdOf, sheet } from "./sheets.js";

const today = "2026-09-01";
const problemsIn = (text: string) =>
  parseClassSheet(text, today).problems.map(({ line, column, code }) => [line, column, code]);
const line = (cells: Record<string, string>) => {
  const row = { 班級: "二年一班", 姓名: "林承佑", 身分證號: lin.nationalId, ...cells };
  return `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}`;
};

describe("a sheet is read", () => {
  it("with the schools' own titles, or English ones", () => {
    const chinese = parseClassSheet(
      `班級,座號,姓名,性別,英文姓名,學號,出生日期,身分證號\n二年一班,27,林承佑,男,Lin Cheng-You,110027,107/11/21,${lin.nationalId}`,
      today,
    );
    const english = parseClassSheet(
      `class,seat number,name,gender,english_name,identifier,birthDate,nationalId\n二年一班,27,林承佑,male,Lin Cheng-You,110027,2018-11-21,${lin.nationalId.toLowerCase()}`,
      today,
    );
    expect(chinese.problems).toEqual([]);
    // Each says which of its own titles was taken for which column.
    expect([chinese.titles.get("seatNumber"), english.titles.get("seatNumber")]).toEqual([
      "座號",
      "seat number",
    ]);
    expect({ ...english, titles: null }).toEqual({ ...chinese, titles: null });
    expect(chinese.classes).toMatchObject([
      { name: "二年一班", grade: 2, students: [{ seatNumber: 27, sex: "M", birthDate: "2018-11-21" }] },
    ]);
  });

  it.each([
    ["a byte-order mark", (text: string) => `\uFEFF${text}`],
    ["Windows line endings", (text: string) => text.replaceAll("\n", "\r\n")],
    ["blank lines", (text: string) => text.replaceAll("\n", "\n\n")],
    ["quoted cells", (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
    ["white space around cells", (text: string) => text.replaceAll(",", " , ")],
  ])("with %s", (_, change) => {
    const plain = sheet([lin, cao]);
    const { classes, problems } = parseClassSheet(change(plain), today);
    expect(problems).toEqual([]);
    expect(classes[0]?.students.map(({ name }) => name)).toEqual(["林承佑", "曹景維"]);
  });

  it.each([
    ["二年一班", 2],
    ["七年三班", 7],
    ["十年忠班", 10],
    ["十二年三班", 12],
    ["資訊科一年甲班", 1],
    ["3年2班", 3],
    ["101", 1],
    ["1203", 12],
  ])("%s tells its grade", (name, grade) => {
    expect(parseClassSheet(line({ 班級: name }), today).classes[0]?.grade).toBe(grade);
  });
});

describe("a wrong sheet", () => {
  it.each<[string, string, [number, string | null, string][]]>([
    ["nothing at all", "", [[1, null, "EMPTY_SHEET"]]],
    ["a header alone", "班級,姓名,身分證號", [[1, null, "EMPTY_SHEET"]]],
    ["a required column that is missing", "班級,姓名\n二年一班,林承佑", [[1, "身分證號", "MISSING_COLUMN"]]],
    ["a column that comes twice", line({ name: "林" }), [[1, "name", "DUPLICATE_COLUMN"]]],
    ["a line that is too short", `${line({})}\n二年一班,林承佑`, [[3, null, "WRONG_CELL_COUNT"]]],
    ["an open quote", `${line({})}\n"二年一班,`, [[3, null, "BAD_CSV"]]],
    ["an empty name", line({ 姓名: "" }), [[2, "姓名", "REQUIRED"]]],
    ["a class of a hundred letters", line({ 班級: "二年".repeat(50) }), [[2, "班級", "BAD_CLASS_NAME"]]],
    ["a class without a grade", line({ 班級: "忠班" }), [[2, "班級", "UNKNOWN_GRADE"]]],
    ["a grade that is none", line({ 班級: "忠班", 年級: "13" }), [[2, "年級", "UNKNOWN_GRADE"]]],
    ["seat 0", line({ 座號: "0" }), [[2, "座號", "BAD_SEAT_NUMBER"]]],
    ["a name of digits", line({ 姓名: "007" }), [[2, "姓名", "BAD_NAME"]]],
    ["a formula for a name", line({ 姓名: "=1+1" }), [[2, "姓名", "BAD_NAME"]]],
    ["an unknown sex", line({ 性別: "x" }), [[2, "性別", "BAD_SEX"]]],
    ["a student number with signs", line({ 學號: "11/2" }), [[2, "學號", "BAD_STUDENT_NUMBER"]]],
    ["30 February", line({ 出生日期: "107/02/30" }), [[2, "出生日期", "BAD_BIRTH_DATE"]]],
    ["a birth to come", line({ 出生日期: "2030/01/01" }), [[2, "出生日期", "BAD_BIRTH_DATE"]]],
    ["a wrong check digit", line({ 身分證號: "B122191236" }), [[2, "身分證號", "BAD_NATIONAL_ID"]]],
    ["a wrong parent's ID", line({ 母親身分證號: "A1" }), [[2, "母親身分證號", "BAD_NATIONAL_ID"]]],
    [
      "an e-mail without a host",
      line({ 導師姓名: "周", 導師電子郵件: "a@" }),
      [[2, "導師電子郵件", "BAD_EMAIL"]],
    ],
    ["half a teacher", line({ 導師姓名: "周佩珊" }), [[2, "導師電子郵件", "TEACHER_INCOMPLETE"]]],
    ["one child twice", sheet([lin, { ...lin, seat: 1 }]), [[3, "身分證號", "DUPLICATE_NATIONAL_ID"]]],
    ["one seat twice", sheet([lin, { ...cao, seat: 27 }]), [[3, "座號", "DUPLICATE_SEAT_NUMBER"]]],
    [
      "a parent who is a student",
      sheet([lin, { ...cao, father: lin.nationalId }]),
      [[3, "父親身分證號", "PARENT_IS_STUDENT"]],
    ],
    [
      "two teachers of one class",
      `班級,姓名,身分證號,導師姓名,導師電子郵件
二年一班,林承佑,${lin.nationalId},周佩珊,a@campus.example
二年一班,曹景維,${cao.nationalId},許文彬,b@campus.example`,
      [[3, "導師電子郵件", "TEACHERS_DIFFER"]],
    ],
    [
      "two grades of one class",
      `班級,年級,姓名,身分證號\n忠班,1,林承佑,${lin.nationalId}\n忠班,2,曹景維,${cao.nationalId}`,
      [[3, "年級", "GRADES_DIFFER"]],
    ],
  ])("tells of %s by line and column", (_, text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });

  it("tells everything at once, and never repeats what a cell holds", () => {
    const text = `${sheet([{ ...lin, seat: "x", nationalId: "B122191236" }])}\n二年一班,3,,A1,,,,`;
    expect(problemsIn(text)).toEqual([
      [2, "座號", "BAD_SEAT_NUMBER"],
      [2, "身分證號", "BAD_NATIONAL_ID"],
      [3, "姓名", "REQUIRED"],
      [3, "身分證號", "BAD_NATIONAL_ID"],
    ]);
    expect(JSON.stringify(parseClassSheet(text, today).problems)).not.toContain("B122191236");
  });

  it("has words for every problem in both languages", () => {
    const details = { column: "c", found: 1, wanted: 2, firstLine: 3 };
    for (const code of problemCodes)
      for (const language of ["zh-TW", "en"] as const) {
        const problem: Problem = { line: 1, column: null, code, details };
        expect(messageOf(problem, language)).toMatch(/^[^{}]{5,}$/u);
      }
  });
});

describe("any sheet at all", () => {
  const name = fc.string({ unit: fc.constantFrom(..."王林陳小明佑妍𠮷é"), minLength: 1, maxLength: 6 });
  const child = fc.record({
    name,
    number: fc.nat(9_999_999),
    seat: fc.option(fc.integer({ min: 1, max: 999 })),
  });
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

  it("gives back the very students that were written, in whatever shape of CSV", () => {
    const children = fc.uniqueArray(child, { minLength: 1, maxLength: 30, selector: ({ number }) => number });
    const shape = fc.record({
      ending: fc.constantFrom("\n", "\r\n"),
      quotes: fc.boolean(),
      bom: fc.boolean(),
    });
    fc.assert(
      fc.property(children, shape, (written, { ending, quotes, bom }) => {
        const seats = new Set<number>();
        const rows = written.map(({ name, number, seat }) => {
          const free = seat !== null && !seats.has(seat);
          if (free) seats.add(seat);
          return ["三年五班", free ? String(seat) : "", name, nationalIdOf(number)];
        });
        const cell = (text: string) => (quotes ? quoted(text) : text);
        const csv = [["班級", "座號", "姓名", "身分證號"], ...rows]
          .map((cells) => cells.map(cell).join(","))
          .join(ending);
        const { classes, problems } = parseClassSheet(bom ? `\uFEFF${csv}` : csv, today);
        expect(problems).toEqual([]);
        expect(
          classes[0]?.students.map((student) => [
            student.className,
            student.seatNumber === null ? "" : String(student.seatNumber),
            student.name,
            student.nationalId,
          ]),
        ).toEqual(rows);
      }),
    );
  });

  it("is either without problems or says where they are, and never throws", () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'班級姓名身分證號座,"\n\r 二年一A1234567890\uFEFF\t;'),
    });
    const lines = fc.array(fc.oneof(noise, fc.constant(sheet([lin, cao]))), { maxLength: 6 });
    fc.assert(
      fc.property(lines, (parts) => {
        const { classes, problems } = parseClassSheet(parts.join("\n"), today);
        for (const problem of problems) expect(problem.line).toBeGreaterThan(0);
        if (problems.length === 0) expect(classes.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
