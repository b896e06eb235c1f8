import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "./problem.js";

/** One line of the file, cell by cell. */
export interface CellLine {
  /** Where it begins, if a cell goes on over several. */
  line: number;
  cells: string[];
}

/** RFC 4180 with any line ending and delimiter; lines without any text are skipped. `most`: how many lines to read. */
export function readCells(
  text: string,
  delimiter: string,
  most = Number.POSITIVE_INFINITY,
): { lines: CellLine[] } | { problem: Problem } {
  try {
    // One kind of line break: within quotes the parser counts \r\n as two lines.
    const parsed = parse(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n"), {
      info: true,
      delimiter,
      // White space around quotes; a tab may be what stands between cells.
      trim: delimiter !== "\t",
      // Excel's ="A123456789", which keeps a number from becoming one, has quotes in its middle.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      record_delimiter: ["\n"],
      ...(Number.isFinite(most) && { to: most }),
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return {
      lines: parsed.map(({ record, info }) => ({
        line: info.lines - breaksIn(record),
        cells: record.map(textOf),
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return { problem: { line, column: null, code: "BAD_CSV" } };
  }
}

function breaksIn(record: readonly string[]): number {
  return record.join("").split("\n").length - 1;
}

function textOf(cell: string): string {
  const [, quoted] = /^="(.*)"$/s.exec(cell.trim()) ?? [];
  return (quoted?.replaceAll('""', '"') ?? cell).trim();
}
