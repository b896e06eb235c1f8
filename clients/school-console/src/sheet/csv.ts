export type Cells = readonly (readonly string[])[];

const delimiters = ["\t", ";", "|", "，", ","];

/** The cells of a text file, whatever stands between them. What they mean is the graph's to say. */
export function readCsv(file: string): string[][] {
  const text = file.replace(/^\uFEFF/, "");
  const [line, stated] = /^"?sep=(.)"?[^\r\n]*(?:\r\n?|\n)/i.exec(text) ?? [""];
  const rest = text.slice(line.length);
  return cellsOf(rest, stated ?? delimiterOf(rest));
}

/** One line of text a row, so that the graph's line numbers are those of the rows here. */
export function writeCsv(rows: Cells): string {
  return rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  const text = cell.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, " ");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whichever of the usual ones the first lines have most of. */
function delimiterOf(text: string): string {
  const head = text.split(/\r\n?|\n/, 10).join("\n");
  const count = (delimiter: string) => head.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best), ",");
}

function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endRow = () => {
    row.push(cell.trim());
    if (row.some((each) => each !== "")) rows.push(row);
    row = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "") isQuoted = true;
    else if (sign === delimiter) {
      row.push(cell.trim());
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at++;
      endRow();
    } else if (sign !== "\u001A") cell += sign;
  }
  endRow();
  return rows;
}
