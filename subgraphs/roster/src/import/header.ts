import { type ColumnKey, columnOf, columns } from "./columns.js";
import type { Problem } from "./problem.js";
import { type CellLine, readCells } from "./read-cells.js";

/** How far down a header may stand: above it schools write the school's name, the term, the class. */
const deepestHeader = 10;

const delimiters = [",", "\t", ";", "|", "，"];

/** What makes most of the sheet's titles known: what the file says (`stated`), or one of the usual delimiters. */
export function delimiterOf(text: string, stated: string | null): string {
  const tried = stated === null ? delimiters : [stated, ...delimiters];
  const known = tried.map((delimiter) => {
    const read = readCells(text, delimiter, deepestHeader);
    return "lines" in read ? Math.max(0, ...read.lines.map(knownTitles)) : 0;
  });
  return tried[known.indexOf(Math.max(...known))]!;
}

/** The first line of titles that we know; the first line of all where there is none. */
export function findHeader(lines: readonly CellLine[]): number {
  const at = lines.slice(0, deepestHeader).findIndex((line) => knownTitles(line) > 1);
  return Math.max(at, 0);
}

function knownTitles({ cells }: CellLine): number {
  return new Set(cells.flatMap((title) => columnOf(title) ?? [])).size;
}

export interface Header {
  /** For each place in a line the column that stands there, if we know it. */
  keys: readonly (ColumnKey | undefined)[];
  /** The known columns of this sheet, with their titles as written. */
  titles: ReadonlyMap<ColumnKey, string>;
  problems: Problem[];
}

/** Reads the line of titles. `below`: the lines under it, since a column without title and text is no column. */
export function readHeader({ line, cells }: CellLine, below: readonly CellLine[]): Header {
  const keys = cells.map(columnOf);
  const titles = new Map<ColumnKey, string>();
  const problems: Problem[] = [];
  for (const [at, title] of cells.entries()) {
    const key = keys[at];
    if (!key && title === "" && below.every(({ cells }) => !cells[at])) continue;
    const column = mayBeTitle(title) ? title : `#${at + 1}`;
    const code = !key ? "UNKNOWN_COLUMN" : titles.has(key) ? "DUPLICATE_COLUMN" : null;
    if (code) problems.push({ line, column, code, details: { column } });
    if (key) titles.set(key, title);
  }
  // Where no title is known, the line is none of titles, and what stands in it is nobody's to repeat.
  if (titles.size === 0) problems.length = 0;
  for (const [key, column] of Object.entries(columns))
    if ("required" in column && !titles.has(key as ColumnKey)) {
      const title = column.titles[0];
      problems.push({ line, column: title, code: "MISSING_COLUMN", details: { column: title } });
    }
  return { keys, titles, problems };
}

/** What is long or holds a long number may be a student's cell, which no problem repeats. */
function mayBeTitle(text: string): boolean {
  return text !== "" && text.length <= 30 && !/\d{5}/.test(text);
}
