import type { Cells } from "../../sheet/csv";
import type { Plan, Problem } from "./use-import";

const deepestHeader = 10;

/** The row of titles: the one that holds most of those that the graph recognised. */
export function headerRow(rows: Cells, columns: Plan["columns"]): number {
  const titles = new Set(columns.map(({ title }) => title));
  const known = rows.slice(0, deepestHeader).map((cells) => cells.filter((cell) => titles.has(cell)).length);
  return Math.max(0, known.indexOf(Math.max(...known)));
}

/** Where in the sheet a problem is; null where no one cell is meant. */
export function placeOf(
  { line, column }: Problem,
  rows: Cells,
  header: number,
  columns: Plan["columns"],
): { row: number; column: number } | null {
  const row = line - 1;
  if (column === null || row <= header || !rows[row]) return null;
  // A column that the graph names by its own title stands under the title that the sheet has for it.
  const title = columns.find(({ means }) => means === column)?.title ?? column;
  const at = rows[header]!.findIndex((cell) => cell === column || cell === title);
  return at < 0 ? null : { row, column: at };
}
