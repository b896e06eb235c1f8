/** A cell that begins so is run by a spreadsheet, or taken apart: it gets an apostrophe, which spreadsheets do not show. */
const runs = /^[=+\-@\t\r\n|%＝＋－＠]/;

/** Rows as CSV for a spreadsheet: UTF-8 with its mark, CRLF, and no cell that anything would run. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = runs.test(value.trimStart()) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
