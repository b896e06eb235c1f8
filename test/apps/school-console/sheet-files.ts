import writeExcelFile from "write-excel-file/node";
import { inventNationalId } from "../../../clients/demo/fixtures.js";

export interface SheetFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

type Rows = readonly (readonly string[])[];

const titles = ["班級", "座號", "姓名", "身分證字號", "出生日期", "備註"];
const seats = "一二三四五六七八九十";

/** A class as its school has it in a spreadsheet, with a column that nobody knows. */
export function classRows(className: string, size: number): string[][] {
  // Of one name and birth date with somebody under another ID, a registrar would be asked whether they are the same.
  const birthDay = 10 + (className.codePointAt(className.length - 2)! % 19);
  const students = Array.from({ length: size }, (_, at) => {
    const seat = at + 1;
    const name = `李${seats[Math.floor(seat / 10)]}${seats[seat % 10]}`;
    return [className, String(seat), name, inventNationalId(), `107/01/${birthDay}`, ""];
  });
  return [titles, ...students];
}

export async function asExcel(rows: Rows): Promise<SheetFile> {
  const sheet = rows.map((cells) => cells.map((value) => ({ type: String, value })));
  const buffer = await writeExcelFile(sheet).toBuffer();
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "名冊.xlsx", mimeType, buffer: Buffer.from(buffer) };
}

const asText = (rows: Rows) => rows.map((cells) => `${cells.join(",")}\r\n`).join("");

const textFile = (buffer: Buffer): SheetFile => ({ name: "名冊.csv", mimeType: "text/csv", buffer });

export function asUtf16(rows: Rows): SheetFile {
  return textFile(Buffer.from(`\uFEFF${asText(rows)}`, "utf16le"));
}

/** As Excel in Taiwan writes a CSV. Node reads Big5 and does not write it. */
export function asBig5(rows: Rows): SheetFile {
  const bytes = [...asText(rows)].flatMap((character) => {
    if (character < "\u0080") return [character.charCodeAt(0)];
    const pair = big5.get(character);
    if (!pair) throw new Error(`Big5 has no ${character}.`);
    return pair;
  });
  return textFile(Buffer.from(bytes));
}

/** A sheet with a character that only the school's own computers have. */
export function withOwnCharacter(rows: Rows, line: number): SheetFile {
  const { buffer } = asBig5(rows);
  const lines = buffer.toString("latin1").split("\r\n");
  lines[line - 1] = `${lines[line - 1]}\u00FA\u0040`;
  return textFile(Buffer.from(lines.join("\r\n"), "latin1"));
}

/** What old Excel begins its files with. */
export const oldExcel: SheetFile = {
  name: "名冊.xls",
  mimeType: "application/vnd.ms-excel",
  buffer: Buffer.from("d0cf11e0a1b11ae1".padEnd(1_024, "0"), "hex"),
};

const big5 = new Map<string, [number, number]>();
for (let lead = 0xa1; lead <= 0xf9; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = new TextDecoder("big5").decode(Uint8Array.of(lead, trail));
    if ([...character].length === 1 && character !== "\uFFFD" && !big5.has(character))
      big5.set(character, [lead, trail]);
  }
