import { type Cells, readCsv } from "./csv";
import { decodeText, type Encoding } from "./decode-text";
import { UnreadableFile } from "./unreadable";

export interface ReadSheet {
  fileName: string;
  /** What it was by its bytes, whatever its name says. */
  kind: Encoding | "Excel";
  rows: Cells;
}

/** More than any school's list has, and little enough to be read at once. */
const mostBytes = 4 * 1024 * 1024;

/** A dropped file, read in this browser alone. Throws `UnreadableFile`. */
export async function readFile(file: File): Promise<ReadSheet> {
  if (file.size > mostBytes) throw new UnreadableFile("TOO_LARGE");
  const buffer = await file.arrayBuffer();
  const bytes = new Uint8Array(buffer);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableFile("OLD_EXCEL");
  const sheet = begins(bytes, [0x50, 0x4b, 0x03, 0x04])
    ? { kind: "Excel" as const, rows: await (await import("./xlsx")).readXlsx(buffer) }
    : readText(bytes);
  if (sheet.rows.length === 0) throw new UnreadableFile("EMPTY");
  return { fileName: file.name, ...sheet };
}

function readText(bytes: Uint8Array): { kind: Encoding; rows: Cells } {
  const { text, encoding } = decodeText(bytes);
  return { kind: encoding, rows: readCsv(text) };
}

function begins(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}
