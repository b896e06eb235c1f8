import { readSheet } from "read-excel-file/universal";
import writeExcelFile from "write-excel-file/universal";
import type { Cells } from "./csv";
import { UnreadableFile } from "./unreadable";

/** The first sheet of a workbook, each cell as it reads. */
export async function readXlsx(bytes: ArrayBuffer): Promise<string[][]> {
  try {
    const rows = await readSheet(bytes);
    return rows.map((cells) => cells.map(textOf)).filter((cells) => cells.some((cell) => cell !== ""));
  } catch {
    throw new UnreadableFile("NOT_A_SHEET");
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  // Excel's days have no zone; the reader gives them as midnight in Greenwich.
  if (value instanceof Date) return value.toISOString().slice(0, 10).replaceAll("-", "/");
  return String(value).trim();
}

/** Every cell as text, so that Excel takes no zero away from a number. */
export function writeXlsx(rows: Cells): Promise<Blob> {
  const sheet = rows.map((cells) => cells.map((value) => ({ type: String, value })));
  return writeExcelFile(sheet).toBlob();
}
