import { Refusal } from "@campus-graph/kit/refusals/refusal";
import { gradeOf, parseClassName } from "../domain/class-name.js";
import { type ColumnKey, columnOf, columns } from "./columns.js";
import { delimiterOf, findHeader, type Header, readHeader } from "./header.js";
import { isError, type Problem } from "./problem.js";
import { type CellLine, readCells } from "./read-cells.js";
import { damageOf, mojibakeOf, unwrapSheet } from "./sheet-text.js";

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

/** The sheet's cells by column, as Excel, LibreOffice and by-hand files write them; a wrong encoding is one problem. */
export function readLines(file: string): SheetLines {
  const { text, delimiter } = unwrapSheet(file);
  const damage = damageOf(text);
  if (damage) return unread(damage);
  const read = readCells(text, delimiterOf(text, delimiter));
  if ("problem" in read) return unread(read.problem);
  const at = findHeader(read.lines);
  const header = read.lines[at];
  if (!header) return unread(emptySheet);
  const below = read.lines.slice(at + 1);
  const { keys, titles, problems } = readHeader(header, below);
  const mojibake = titles.size === 0 ? mojibakeOf(header.cells) : null;
  if (mojibake) return unread(mojibake);
  if (!problems.some(isError) && below.length === 0) problems.push(emptySheet);
  const lines: SheetLine[] = [];
  for (const { line, cells } of below) {
    if (cells.some(isBroken)) problems.push({ line, column: null, code: "BAD_CSV" });
    else if (isRemark(cells, keys)) problems.push({ line, column: null, code: "IGNORED_LINE" });
    else if (!fits(cells, keys)) {
      const details = { found: cells.length, wanted: keys.length };
      problems.push({ line, column: null, code: "WRONG_CELL_COUNT", details });
    } else {
      const known = keys.flatMap((key, at) => (key ? [[key, cells[at] ?? ""] as const] : []));
      lines.push({ line, cells: new Map(known) });
    }
  }
  return { titles, lines, problems };
}

const emptySheet: Problem = { line: 1, column: null, code: "EMPTY_SHEET" };

function unread(problem: Problem): SheetLines {
  return { titles: new Map(), lines: [], problems: [problem] };
}

/** An opening quote that nobody meant swallows lines until the next quote, and their students would seem to leave. */
function isBroken(cell: string): boolean {
  return cell.includes("\n");
}

/**
 * Programs leave out empty cells at a line's end, and add some. A line that is cut off before a required cell, or goes
 * on with text where no title stands, is not the line that somebody meant.
 */
function fits(cells: CellLine["cells"], keys: Header["keys"]): boolean {
  const isCut = keys.slice(cells.length).some((key) => key && "required" in columns[key]);
  return !isCut && cells.slice(keys.length).every((cell) => cell === "");
}

const words = String.raw`(?:全班|男女)?(?:合計|總計|小計|共計|總人數|人數)|共\s*\d+\s*[人位名]|以下空白|以下無資料`;
/** Whoever is called Sum has other words after it, where a sum has a number. */
const total = String.raw`(?:sub[\s-]*|grand\s+)?(?:total|sum)[\s\p{P}\d]*(?:人|students?|pupils?)?[\s\p{P}]*$`;
const remark = new RegExp(String.raw`^[(【]?\s*(?:${words}|${total})`, "iu");
/** In the name's cell: without a word after it, unless there are numbers. */
const wholeRemark = new RegExp(String.raw`^[(【]?\s*(?:(?:${words})(?:[\s\p{P}]*$|.*\d)|${total})`, "iu");

/**
 * A sum, 「以下空白」 or who printed it when, under the list; or the titles once more, as on each page. No student: who is
 * one has an ID or at least a name, or sits in a class.
 */
function isRemark(cells: CellLine["cells"], keys: Header["keys"]): boolean {
  if (isHeaderAgain(cells, keys)) return true;
  const of = (key: ColumnKey) => cells[keys.indexOf(key)]?.normalize("NFKC").trim() ?? "";
  if (!isCount(of("nationalId"))) return false;
  if (!isCount(of("name"))) return wholeRemark.test(of("name"));
  if (cells.some((cell) => remark.test(cell.normalize("NFKC")))) return true;
  const isSeat = /^\d{1,3}號?$/.test(of("seatNumber"));
  return !isSeat && !namesClass(of("className"));
}

/** Nothing, or a number such as stands in a line of sums. */
function isCount(cell: string): boolean {
  return /^\d{0,6}$/.test(cell);
}

function isHeaderAgain(cells: CellLine["cells"], keys: Header["keys"]): boolean {
  const titles = cells.flatMap((cell, at) => (cell === "" ? [] : [[columnOf(cell), keys[at]] as const]));
  const isSame = titles.every(([column, key]) => column === key);
  return isSame && titles.filter(([column]) => column).length > 1;
}

/** An empty cell does, too: where cells of a class are merged, all but the first are. */
function namesClass(cell: string): boolean {
  if (cell === "") return true;
  try {
    return gradeOf(parseClassName(cell)) !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
