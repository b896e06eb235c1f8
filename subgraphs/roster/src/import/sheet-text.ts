import type { Problem } from "./problem.js";

export interface SheetText {
  /** The lines of the sheet, each still at its number in the file. */
  text: string;
  /** What the file itself says that it puts between cells; null when it says nothing. */
  delimiter: string | null;
}

/** Takes off what programs put around a sheet: a byte-order mark, Excel's `sep=` line, the end-of-file sign of DOS. */
export function unwrapSheet(file: string): SheetText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken off
  const text = file.replace(/^\uFEFF+/, "").replace(/[\s\u001A\0]+$/, "");
  const [line, delimiter] = /^"?sep= ?([^\r\n])"?[ ,;\t]*(?=[\r\n]|$)/i.exec(text) ?? [""];
  return { text: text.slice(line.length), delimiter: delimiter ?? null };
}

/**
 * Where a file that was read in another encoding than it was written in shows so: U+FFFD stands for what could not be
 * read, NUL for half of what UTF-16 writes.
 */
export function damageOf(text: string): Problem | null {
  const [sign] = /[\uFFFD\0]|\p{Cs}/u.exec(text) ?? [];
  return sign === undefined ? null : damaged(text, sign);
}

/** Western letters where titles should be, the bytes of Chinese characters, read one by one; or a ? for each. */
export function mojibakeOf(titles: readonly string[]): Problem | null {
  const [sign] = /[\u0080-\u024F]|\?(?=\?)/.exec(titles.join()) ?? [];
  return sign === undefined ? null : damaged(titles.join(), sign);
}

function damaged(text: string, sign: string): Problem {
  const line = text.slice(0, text.indexOf(sign)).split(/\r\n|\n|\r/).length;
  const character = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  return { line, column: null, code: "DAMAGED_TEXT", details: { character } };
}
