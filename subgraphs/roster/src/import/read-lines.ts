import { CsvError, parse } from "csv-parse/sync";
import { type ColumnKey, columnOf, columns } from "./columns.js";
import type { Problem } from "./problem.js";

/** One line of the sheet below its header: the text of each known column that the sheet has. */
export interface SheetLine {
  line: number;
  cells: ReadonlyMap<ColumnKey, string>;
}

export interface SheetLines {
  /** The known columns of this sheet, with their titles as written. */
  titles: ReadonlyMap<ColumnKey, string>;
  lines: SheetLine[];
  problems: Problem[];
}

/** The sheet's cells by column. RFC 4180, with or without a byte-order mark, any line ending; blank lines are skipped. */
export function readLines(text: string): SheetLines {
  const read = readRecords(text);
  if ("problem" in read) return { titles: new Map(), lines: [], problems: [read.problem] };
  const [header, ...rows] = read.records;
  if (!header) return { titles: new Map(), lines: [], problems: [emptySheet] };
  const { keys, titles, problems } = readHeader(header);
  if (problems.length === 0 && rows.length === 0) problems.push(emptySheet);
  const lines: SheetLine[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== header.cells.length) {
      const details = { found: cells.length, wanted: header.cells.length };
      problems.push({ line, column: null, code: "WRONG_CELL_COUNT", details });
      continue;
    }
    const known = cells.flatMap((cell, at) => (keys[at] ? [[keys[at], cell] as const] : []));
    lines.push({ line, cells: new Map(known) });
  }
  return { titles, lines, problems };
}

const emptySheet: Problem = { line: 1, column: null, code: "EMPTY_SHEET" };

interface Record {
  line: number;
  cells: string[];
}

function readRecords(text: string): { records: Record[] } | { problem: Problem } {
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return { records: parsed.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return { problem: { line, column: null, code: "BAD_CSV" } };
  }
}

function readHeader({ line, cells }: Record) {
  const keys = cells.map(columnOf);
  const titles = new Map<ColumnKey, string>();
  const problems: Problem[] = [];
  for (const [at, title] of cells.entries()) {
    const key = keys[at];
    const code = !key ? "UNKNOWN_COLUMN" : titles.has(key) ? "DUPLICATE_COLUMN" : null;
    if (code) problems.push({ line, column: title, code, details: { column: title } });
    if (key) titles.set(key, title);
  }
  for (const [key, column] of Object.entries(columns))
    if ("required" in column && !titles.has(key as ColumnKey)) {
      const title = column.titles[0];
      problems.push({ line, column: title, code: "MISSING_COLUMN", details: { column: title } });
    }
  return { keys, titles, problems };
}
