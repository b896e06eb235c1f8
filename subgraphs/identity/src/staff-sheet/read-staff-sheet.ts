import { Refusal } from "@campus-graph/kit/refusals/refusal";
import { isCalendarDate } from "@campus-graph/kit/text/calendar";
import { type EmailAddress, parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { type PersonName, parsePersonName } from "@campus-graph/kit/text/person-name";
import { CsvError, parse } from "csv-parse/sync";
import type { StaffRoleName } from "../domain/staff-role.js";
import { columnOf, requiredColumns, roleIn, type StaffColumn, staffColumns } from "./columns.js";
import { problem, type StaffSheetProblem } from "./problems.js";

/** One line of the sheet, read and understood. */
export interface StaffLine {
  line: number;
  name: PersonName;
  email: EmailAddress;
  role: StaffRoleName;
  from: string | null;
  until: string | null;
}

export interface StaffSheet {
  lines: StaffLine[];
  /** The title that the sheet has for a column. */
  titles: Partial<Record<StaffColumn, string>>;
  problems: StaffSheetProblem[];
}

/** Every line is a few statements of one transaction, which has two seconds. */
export const mostStaffLines = 100;

/** Reads a sheet of staff: RFC 4180, as spreadsheets save it, with a line of titles. */
export function readStaffSheet(text: string): StaffSheet {
  if (/[\uFFFD\0]/.test(text)) return unread(problem(1, null, "DAMAGED_TEXT"));
  const rows = cellsOf(text);
  if (!Array.isArray(rows)) return unread(rows);
  const [header, ...below] = rows;
  if (!header || below.length === 0) return unread(problem(1, null, "EMPTY_SHEET"));
  if (below.length > mostStaffLines)
    return unread(problem(header.line, null, "TOO_MANY_LINES", { most: mostStaffLines }));
  const { keys, problems } = columnsIn(header);
  const titles = titlesOf(header, keys);
  if (problems.length > 0) return { lines: [], titles, problems };
  const lines = below.flatMap((row) => {
    const read = lineOf(row, keys, titles);
    if (!("problems" in read)) return [read];
    problems.push(...read.problems);
    return [];
  });
  return { lines, titles, problems };
}

interface Row {
  line: number;
  cells: readonly string[];
}

function unread(problem: StaffSheetProblem): StaffSheet {
  return { lines: [], titles: {}, problems: [problem] };
}

function cellsOf(text: string): Row[] | StaffSheetProblem {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  try {
    const parsed = parse(plain, {
      info: true,
      delimiter: [",", "\t", ";"],
      trim: true,
      // A spreadsheet's ="0912", which keeps a text from becoming a number, has quotes in its middle.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const broken = parsed.find(({ record }) => record.some((cell) => cell.includes("\n")));
    if (broken) return problem(broken.info.lines, null, "BAD_CSV");
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record.map(unwrapped) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return problem(typeof error.lines === "number" ? error.lines : 1, null, "BAD_CSV");
  }
}

/** Of `="text"` the text; any other formula stays, and is refused. */
function unwrapped(cell: string): string {
  const [, text] = /^="([^"]*)"$/.exec(cell) ?? [];
  return text ?? cell;
}

function columnsIn({ line, cells }: Row) {
  const keys = cells.map((title) => (title === "" ? null : columnOf(title)));
  const problems = cells.flatMap((title, at) => {
    const key = keys[at];
    if (title === "") return [];
    if (!key) return [problem(line, title.slice(0, 30), "UNKNOWN_COLUMN", { column: title.slice(0, 30) })];
    return keys.indexOf(key) < at ? [problem(line, title, "DUPLICATE_COLUMN", { column: title })] : [];
  });
  for (const key of requiredColumns)
    if (!keys.includes(key)) {
      const [column] = staffColumns[key];
      problems.push(problem(line, column, "MISSING_COLUMN", { column }));
    }
  return { keys, problems };
}

function titlesOf({ cells }: Row, keys: readonly (StaffColumn | null)[]): StaffSheet["titles"] {
  return Object.fromEntries(keys.flatMap((key, at) => (key ? [[key, cells[at]]] : [])));
}

function lineOf(
  { line, cells }: Row,
  keys: readonly (StaffColumn | null)[],
  titles: StaffSheet["titles"],
): StaffLine | { problems: StaffSheetProblem[] } {
  const problems: StaffSheetProblem[] = [];
  const cell = (key: StaffColumn) => cells[keys.indexOf(key)] ?? "";
  const add = (key: StaffColumn, code: Parameters<typeof problem>[2]) =>
    void problems.push(problem(line, titles[key] ?? staffColumns[key][0], code));
  if (cells.slice(keys.length).some((text) => text !== ""))
    problems.push(problem(line, null, "WRONG_CELL_COUNT"));
  for (const key of Object.keys(staffColumns) as StaffColumn[])
    if (/^[=+\-@]/.test(cell(key).normalize("NFKC"))) add(key, "FORMULA");
    else if (cell(key) === "" && requiredColumns.includes(key)) add(key, "REQUIRED");
  if (problems.length > 0) return { problems };
  const name = unlessRefused(() => parsePersonName(cell("name")));
  const email = unlessRefused(() => parseEmailAddress(cell("email")));
  const role = roleIn(cell("role"));
  const [from, until] = [dayIn(cell("from")), dayIn(cell("until"))];
  if (!name) add("name", "BAD_NAME");
  if (!email) add("email", "BAD_EMAIL");
  if (!role) add("role", "BAD_ROLE");
  if (from === undefined) add("from", "BAD_DATE");
  if (until === undefined) add("until", "BAD_DATE");
  if (!name || !email || !role || from === undefined || until === undefined) return { problems };
  return { line, name, email, role, from, until };
}

function unlessRefused<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** 2026-9-1, 2026/09/01 or, by the years of the Republic, 115/9/1; null: none is written; undefined: it is no day. */
function dayIn(cell: string): string | null | undefined {
  const written = cell.normalize("NFKC").trim();
  if (written === "") return null;
  const [, year = "", month = "", date = ""] =
    /^(\d{3,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written) ?? [];
  const western = year.length === 3 ? Number(year) + 1911 : Number(year);
  const day = `${western}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isCalendarDate(day) ? day : undefined;
}
