import type { Words } from "@campus-graph/kit/refusals/refusal";
import { type EducationLevel, educationLevels } from "../domain/education-level.js";
import { School } from "../domain/school.js";
import { readCells } from "./read-cells.js";
import { unwrapSheet } from "./sheet-text.js";

/** One thing that is wrong with a list of schools. */
export interface SchoolListProblem {
  /** Of the file, the header being 1. */
  line: number;
  says: Words;
}

export interface SchoolList {
  schools: { line: number; school: School }[];
  problems: SchoolListProblem[];
}

const titles = {
  code: ["code", "學校代碼", "代碼"],
  name: ["name", "學校名稱", "校名"],
  level: ["level", "級別", "學制"],
};
type Column = keyof typeof titles;

const levelNames: Readonly<Record<string, EducationLevel>> = {
  ...Object.fromEntries(educationLevels.map((level) => [level, level])),
  國小: "ELEMENTARY",
  國中: "JUNIOR_HIGH",
  高中: "SENIOR_HIGH",
  高職: "VOCATIONAL_HIGH",
};

const longestName = 60;

/** A CSV of a city's schools: `code,name,level` (學校代碼,學校名稱,級別). Every problem is told, by its line. */
export function parseSchoolList(file: string): SchoolList {
  const { text, delimiter } = unwrapSheet(file);
  const read = readCells(text, delimiter ?? ",");
  if ("problem" in read)
    return failed(read.problem.line, "這一行的引號不成對。", "The quotes of this line do not match up.");
  const [header, ...rows] = read.lines;
  const places = header && columnsOf(header.cells);
  if (!places)
    return failed(
      1,
      "第一行須為欄名 code,name,level（學校代碼,學校名稱,級別）。",
      "The first line must be the titles code,name,level.",
    );
  const list: SchoolList = { schools: [], problems: [] };
  const firstLines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const cell = (column: Column) => (cells[places[column]] ?? "").normalize("NFKC").trim();
    const level = levelNames[cell("level").toUpperCase()];
    const problems = problemsOf(cell, level, firstLines.get(cell("code")));
    list.problems.push(...problems.map((says) => ({ line, says })));
    firstLines.set(cell("code"), firstLines.get(cell("code")) ?? line);
    if (problems.length === 0 && level)
      list.schools.push({ line, school: new School(cell("code"), cell("name"), level) });
  }
  if (rows.length === 0) return failed(1, "名單沒有任何學校。", "The list holds no school.");
  return list;
}

function columnsOf(cells: readonly string[]): Record<Column, number> | undefined {
  const place = (column: Column) =>
    cells.findIndex((cell) => titles[column].includes(cell.trim().toLowerCase()));
  const places = { code: place("code"), name: place("name"), level: place("level") };
  return Object.values(places).includes(-1) ? undefined : places;
}

function problemsOf(
  cell: (column: Column) => string,
  level: EducationLevel | undefined,
  firstLine: number | undefined,
): Words[] {
  const code = cell("code");
  return [
    ...(/^[0-9]{3}[0-9A-Z][0-9]{2}$/.test(code)
      ? []
      : [
          words(
            `「${code}」不是教育部的 6 碼學校代碼，例如 403601。`,
            `“${code}” is not the ministry's code of six characters, such as 403601.`,
          ),
        ]),
    ...(firstLine === undefined
      ? []
      : [
          words(
            `學校代碼 ${code} 已在第 ${firstLine} 行。`,
            `The code ${code} stands on line ${firstLine} already.`,
          ),
        ]),
    ...(cell("name") !== "" && [...cell("name")].length <= longestName
      ? []
      : [words(`校名須為 1 到 ${longestName} 個字。`, `A name has 1 to ${longestName} characters.`)]),
    ...(level
      ? []
      : [
          words(
            `「${cell("level")}」不是級別，請填國小、國中、高中或高職。`,
            `“${cell("level")}” is no level: ${educationLevels.join(", ")}.`,
          ),
        ]),
  ];
}

function failed(line: number, chinese: string, english: string): SchoolList {
  return { schools: [], problems: [{ line, says: words(chinese, english) }] };
}

function words(chinese: string, english: string): Words {
  return { "zh-TW": chinese, en: english };
}
