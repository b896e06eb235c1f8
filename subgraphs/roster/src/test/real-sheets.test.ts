import { describe, expect, it } from "vitest";
import { parseClassSheet } from "../import/class-sheet.js";
import { isStopped, messageOf } from "../import/problem.js";
import { cao, lin } from "./sheets.js";

const today = "2026-09-01";
const read = (text: string) => parseClassSheet(text, today);
const problemsIn = (text: string) =>
  read(text).problems.map(({ line, column, code }) => [line, column, code]);

/** Two students with everything that a sheet can hold, as one would type it into a spreadsheet. */
const titles = ["班級", "座號", "姓名", "學號", "出生日期", "身分證號", "導師姓名", "導師電子郵件"];
const rows = [
  ["二年一班", "3", "林承佑", "0110027", "107/1/2", lin.nationalId, "周佩珊", "zhou@x.tw"],
  ["二年一班", "4", "曹景維", "0110028", "107/11/21", cao.nationalId, "周佩珊", "zhou@x.tw"],
];
const csv = (lines: string[][], delimiter = ",", ending = "\n") =>
  lines.map((cells) => cells.join(delimiter)).join(ending);
const plain = csv([titles, ...rows]);
const padded = (lines: string[][], by: number) =>
  lines.map((cells) => [...cells, ...Array<string>(by).fill("")]);
const withCell = (column: string, text: string) =>
  csv([titles, rows[0]!.map((cell, at) => (titles[at] === column ? text : cell))]);

describe("a sheet as programs write it", () => {
  it.each<[string, string]>([
    ["empty columns at the end", csv(padded([titles, ...rows], 3))],
    ["empty columns under the titles alone", csv([titles, ...padded(rows, 3)])],
    ["empty cells left out at a line's end", csv([titles, rows[0]!, rows[1]!.slice(0, 6)])],
    ["numbers kept as text", csv([titles, ...rows.map((cells) => cells.map((cell) => `="${cell}"`))])],
    [
      "numbers kept as text, in quotes",
      csv([titles, ...rows.map((cells) => cells.map((cell) => `"=""${cell}"""`))]),
    ],
    ["DOS's end-of-file sign", `${plain}\r\n\u001A`],
    ["several end-of-file signs and zeros after them", `${plain}\u001A\u001A\0\0`],
    ["a sep= line with a blank", `sep= ;\n${csv([titles, ...rows], ";")}`],
    ["a sep= line that is not what stands between the cells", `sep=;\n${plain}`],
    ["the line ends of mainframes", csv([titles, ...rows], ",", "\u0085")],
    ["page breaks for line ends", csv([titles, ...rows], ",", "\n\f")],
    [
      "an apostrophe before what is to be text",
      csv([titles, ...rows.map((cells) => cells.map((cell) => `'${cell}`))]),
    ],
    [
      "titles for two kinds of number, and of other schools",
      plain
        .replace("身分證號", "身分證統一編號／居留證號碼")
        .replace("座號", "號碼")
        .replace("出生日期", "出生年月日"),
    ],
    ["Excel's sep= line", `sep=,\r\n${csv([titles, ...rows], ",", "\r\n")}`],
    [
      "Excel's sep= line for semicolons, after a byte-order mark",
      `\uFEFFsep=;\r\n${csv([titles, ...rows], ";", "\r\n")}`,
    ],
    ["tabs", csv([titles, ...rows], "\t", "\r\n")],
    ["semicolons", csv([titles, ...rows], ";")],
    ["full-width commas", csv([titles, ...rows], "，")],
    ["a byte-order mark", `\uFEFF${plain}`],
    ["the line ends of old Macs", csv([titles, ...rows], ",", "\r")],
    [
      "blank lines and lines of delimiters",
      `\n${csv([titles, [",,,"], rows[0]!, [""], rows[1]!])}\n\n,,,,,\n`,
    ],
    ["quotes around all cells", csv([titles, ...rows].map((cells) => cells.map((cell) => `"${cell} "`)))],
    [
      "line breaks inside titles",
      csv([titles.map((title) => `"${title.slice(0, 2)}\n${title.slice(2)}"`), ...rows]),
    ],
    [
      "titles in brackets, stars and full width",
      csv([
        ["＊班級", "座 號", "姓名（必填）", "學號:", "出生日期(民國)", "身分證號*", "導師姓名", "導師E-mail"],
        ...rows,
      ]),
    ],
    ["the school's name above the titles", `臺北市內湖國小 115 學年度學生名冊,,,,,,,\n,,,,,,,\n${plain}`],
    ["the class above the titles, alone on its line", `二年一班名冊\n導師：周佩珊\n${plain}`],
  ])("with %s", (_, text) => {
    const { classes, problems } = read(text);
    expect(problems).toEqual([]);
    expect(classes[0]?.students).toMatchObject([
      {
        seatNumber: 3,
        name: "林承佑",
        studentNumber: "0110027",
        birthDate: "2018-01-02",
        nationalId: lin.nationalId,
      },
      {
        seatNumber: 4,
        name: "曹景維",
        studentNumber: "0110028",
        birthDate: "2018-11-21",
        nationalId: cao.nationalId,
      },
    ]);
    expect(classes[0]?.teacher).toEqual({ name: "周佩珊", email: "zhou@x.tw" });
  });

  it("tells lines as the file counts them, whatever stands above", () => {
    const wrong = csv([titles, rows[0]!.with(1, "x")]);
    expect(problemsIn(`sep=,\r\n名冊,,,\r\n${wrong}`)).toEqual([[4, "座號", "BAD_SEAT_NUMBER"]]);
  });

  it("ignores a column that it does not know, and says so", () => {
    const text = csv([
      [...titles, "備註"],
      [...rows[0]!, "轉學生"],
      [...rows[1]!, ""],
    ]);
    const { classes, problems } = read(text);
    expect(problems).toMatchObject([{ line: 1, column: "備註", code: "UNKNOWN_COLUMN" }]);
    expect(isStopped(problems)).toBe(false);
    expect(messageOf(problems[0]!, "zh-TW")).toContain("備註");
    expect(classes[0]?.students).toHaveLength(2);
  });

  it("says where text stands under no title", () => {
    expect(
      problemsIn(
        csv([
          [...titles, ""],
          [...rows[0]!, "轉學生"],
        ]),
      ),
    ).toEqual([[1, "#9", "UNKNOWN_COLUMN"]]);
  });

  it.each([
    "合計,2,,,,,,",
    "總計：2 人,,,,,,,",
    ",,以下空白,,,,,",
    ",,,共 2 人,,,,",
    "Total,2,,,,,,",
    ",,合計 30 人,,,,,",
    ",,Total: 2,,,,,",
    "男：1 女：1 合計：2,,,,,,,",
    ",,,,,2,人數,",
    "總計,,2,,,,,",
    "列印日期：115/9/1,,,,,,,",
    "製表人：王小明",
    "第 1 頁 共 1 頁",
    "平均,3.5,,,,,,",
    "---,,,,,,,",
    "備註：轉學生已更新,,,,,,,",
    titles.join(","),
    ["", "", ...titles.slice(2)].join(","),
  ])("ignores %j under the list, and says so", (remark) => {
    const { classes, problems } = read(`${plain}\n${remark}`);
    expect(problems).toMatchObject([{ line: 4, code: "IGNORED_LINE" }]);
    expect(isStopped(problems)).toBe(false);
    expect(classes[0]?.students).toHaveLength(2);
  });
});

describe("a line that could hide a student", () => {
  it.each([
    ["二年一班,5,,,,,,", "REQUIRED"],
    ["二年一班,,,,,,,", "REQUIRED"],
    ["忠班,5,,,,,,", "REQUIRED"],
    ["二年一班,5", "WRONG_CELL_COUNT"],
    ["姓名,座號,班級,學號,出生日期,身分證號,導師姓名,導師電子郵件", "BAD_NATIONAL_ID"],
  ])("(%s) is no remark", (line, code) => {
    const { problems } = read(`${plain}\n${line}`);
    expect(problems.map(({ code }) => code)).toContain(code);
    expect(isStopped(problems)).toBe(true);
  });

  it.each(["Sum Ka Wai", "Total Wong", "合計明"])("is no remark where the name is %s", (name) => {
    const row = rows[1]!.with(2, name).with(5, "");
    expect(problemsIn(csv([titles, rows[0]!, row]))).toEqual([[3, "身分證號", "REQUIRED"]]);
  });

  it("is told where an opening quote swallows it, at the line that begins so", () => {
    const remarks = (first: string, second: string) =>
      csv([
        [...titles, "備註"],
        [...rows[0]!, first],
        [...rows[1]!, second],
      ]);
    const { classes, problems } = read(`${remarks('"轉學', '轉"')}\n${rows[0]!.with(1, "x").join(",")}`);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, "UNKNOWN_COLUMN"],
      [2, "BAD_CSV"],
      [4, "BAD_SEAT_NUMBER"],
    ]);
    expect(isStopped(problems)).toBe(true);
    expect(classes).toEqual([]);
    expect(problemsIn(remarks('"轉學\r\n三月"', ""))).toContainEqual([2, null, "BAD_CSV"]);
  });
});

describe("a file in another encoding", () => {
  const utf8 = Buffer.from(plain);
  it.each<[string, string]>([
    ["Big5, read as UTF-8", new TextDecoder().decode(Buffer.from("afa5afc52cae79b8b92ca96da657", "hex"))],
    ["Big5, read byte by byte", Buffer.from("af5aafc52cae79b8b92ca96da6570a", "hex").toString("latin1")],
    ["UTF-16, read as UTF-8", new TextDecoder().decode(Buffer.from(plain, "utf16le"))],
    ["UTF-8, cut within a character", new TextDecoder().decode(utf8.subarray(0, utf8.indexOf("班") + 1))],
    ["one damaged character", plain.replace("林承佑", "林�佑")],
    ["an encoding without Chinese, a ? for each character", plain.replaceAll(/[一-龥]/g, "?")],
  ])("(%s) is told in one sentence", (_, text) => {
    const { problems } = read(text);
    expect(problems).toMatchObject([{ column: null, code: "DAMAGED_TEXT" }]);
    expect(messageOf(problems[0]!, "zh-TW")).toContain("CSV UTF-8");
  });

  it("is told at the line where it is damaged, by the character's name", () => {
    const { problems } = read(withCell("班級", "二年�班"));
    expect(problems).toMatchObject([{ line: 2, details: { character: "U+FFFD" } }]);
    expect(messageOf(problems[0]!, "en")).toContain("U+FFFD");
  });
});

describe("a cell as people type it", () => {
  it.each<[string, string, object]>([
    ["班級", "２年１班", { className: "2年1班", grade: 2 }],
    ["班級", " 二年 一班", { className: "二年一班" }],
    ["座號", "３", { seatNumber: 3 }],
    ["座號", "03", { seatNumber: 3 }],
    ["姓名", "林　佑", { name: "林佑" }],
    ["姓名", "林承佑　 ", { name: "林承佑" }],
    ["姓名", "瓦歷斯．諾幹", { name: "瓦歷斯‧諾幹" }],
    ["姓名", "瓦歷斯•諾幹", { name: "瓦歷斯‧諾幹" }],
    ["姓名", "⿰方方土", { name: "⿰方方土" }],
    ["學號", "０１１００２７", { studentNumber: "0110027" }],
    ["出生日期", "１０７／１／２", { birthDate: "2018-01-02" }],
    ["出生日期", "民國107年1月2日", { birthDate: "2018-01-02" }],
    ["出生日期", "2018/1/2", { birthDate: "2018-01-02" }],
    ["出生日期", "107.1.2", { birthDate: "2018-01-02" }],
    ["身分證號", ` ${lin.nationalId.toLowerCase()} `, { nationalId: lin.nationalId }],
    ["導師電子郵件", '"zhou@x.tw "', { teacher: { name: "周佩珊", email: "zhou@x.tw" } }],
    ["導師電子郵件", "ｚｈｏｕ＠ｘ．ｔｗ", { teacher: { name: "周佩珊", email: "zhou@x.tw" } }],
  ])("(%s: %j) is read", (column, text, student) => {
    const { classes, problems } = read(withCell(column, text));
    expect(problems).toEqual([]);
    expect(classes[0]?.students).toMatchObject([student]);
  });

  it.each([
    ["班級", "二年一班\u200B", "BAD_CHARACTER"],
    ["姓名", "林\u200B佑", "BAD_CHARACTER"],
    ["姓名", "林佑1", "BAD_NAME"],
    ["出生日期", "18/11/21", "BAD_BIRTH_DATE"],
    ["出生日期", "061221", "BAD_BIRTH_DATE"],
    ["出生日期", "43102", "BAD_BIRTH_DATE"],
    ["導師電子郵件", "<wang@x.tw>", "BAD_EMAIL"],
    ["導師電子郵件", "mailto:wang@x.tw", "BAD_EMAIL"],
    ["導師電子郵件", "王老師@x.tw", "BAD_EMAIL"],
    ["導師電子郵件", "wang@x.tw;li@x.tw", "BAD_EMAIL"],
    ["身分證號", "A12345678", "BAD_NATIONAL_ID"],
    ["學號", "11/27", "BAD_STUDENT_NUMBER"],
    ["學號", "-1", "BAD_STUDENT_NUMBER"],
    ["學號", "@SUM(1)", "BAD_STUDENT_NUMBER"],
    ["學號", "1.10027E+05", "BAD_STUDENT_NUMBER"],
    ["座號", "0", "BAD_SEAT_NUMBER"],
    ["座號", "1000", "BAD_SEAT_NUMBER"],
    ["座號", "=1+2", "BAD_SEAT_NUMBER"],
    ["姓名", "=cmd|' /C calc'!A0", "BAD_NAME"],
    ["姓名", "#REF!", "BAD_NAME"],
    ["姓名", "林O佑", "NAME_MASKED"],
    ["姓名", "林○○", "NAME_MASKED"],
    ["班級", "2月1日", "BAD_CLASS_NAME"],
    ["班級", "=A1", "BAD_CLASS_NAME"],
  ])("(%s: %j) is %s on its line", (column, text, code) => {
    expect(problemsIn(withCell(column, text))).toEqual([[2, column, code]]);
  });

  it("repeats no cell where the titles are missing, or run into the first line", () => {
    for (const text of [csv(rows), plain.replace("\n", ""), plain.replace("\n", " ")])
      expect(JSON.stringify(read(text).problems.map((problem) => messageOf(problem, "en")))).not.toContain(
        lin.nationalId,
      );
    expect(read(csv(rows)).problems.map(({ code }) => code)).toEqual([
      "MISSING_COLUMN",
      "MISSING_COLUMN",
      "MISSING_COLUMN",
    ]);
  });

  it("names a character that nobody can see", () => {
    const [problem] = read(withCell("班級", "二年一班\u200B")).problems;
    expect(messageOf(problem!, "zh-TW")).toContain("U+200B");
  });

  it("counts one class however its number is written", () => {
    const { classes, problems } = read(csv([titles, rows[0]!, rows[1]!.with(0, "２年１班")]));
    expect(problems).toEqual([]);
    expect(classes).toMatchObject([{ name: "二年一班", students: [{}, {}] }]);
  });

  it("finds one seat twice in one class, however both are written", () => {
    expect(problemsIn(csv([titles, rows[0]!, rows[1]!.with(0, "2年1班").with(1, "０3")]))).toEqual([
      [3, "座號", "DUPLICATE_SEAT_NUMBER"],
    ]);
  });

  it("finds one student number twice", () => {
    expect(problemsIn(csv([titles, rows[0]!, rows[1]!.with(3, "0110027")]))).toEqual([
      [3, "學號", "DUPLICATE_STUDENT_NUMBER"],
    ]);
  });
});
