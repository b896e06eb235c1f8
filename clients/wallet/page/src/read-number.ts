/** What a typed or scanned text is: a bill's number, one of a store slip's other two barcodes, or nothing of ours. */
export type Reading = { number: string } | { part: "store" } | undefined;

/**
 * Reads 16 digits as people type them, a TWQR (its field D6), a link to a wallet (`account=`), or a store slip's
 * barcodes, of which the second is the number.
 */
export function readNumber(text: string): Reading {
  const plain = text.normalize("NFKC").trim();
  const digits = plain.replace(/[\s-]/g, "");
  if (/^\d{16}$/.test(digits)) return { number: digits };
  const field =
    /^TWQRP:\/\/.*[?&]D6=(\d{16})(?:&|$)/.exec(decoded(plain)) ?? /[?&]account=(\d{16})(?:&|$)/.exec(plain);
  if (field) return { number: field[1]! };
  // Due date and collection code; due date, check characters and amount. A number that lacks a digit looks like the latter.
  if (/^\d{6}\w{3}$/.test(plain) || /^\d{4}\w{2}\d{9}$/.test(plain)) return { part: "store" };
  return undefined;
}

/** The first of several that is a number; else one that is a part of a slip. */
export function readAny(texts: readonly string[]): Reading {
  const readings = texts.map(readNumber);
  return readings.find((reading) => reading && "number" in reading) ?? readings.find((reading) => reading);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
