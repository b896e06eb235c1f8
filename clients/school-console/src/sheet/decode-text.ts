import { UnreadableFile } from "./unreadable";

export type Encoding = "UTF-8" | "UTF-16" | "Big5";

/** A text file by its bytes: what it says of itself, then what it can be. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return utf16(bytes, "utf-16be");
  const half = halfThatIsEmpty(bytes);
  if (half !== null) return utf16(bytes, half === 1 ? "utf-16le" : "utf-16be");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: big5(bytes), encoding: "Big5" };
  }
}

function utf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be") {
  return { text: new TextDecoder(label).decode(bytes), encoding: "UTF-16" as const };
}

/** Of UTF-16 without a mark every digit and comma has a half of zeros: 0 the first, 1 the second. */
function halfThatIsEmpty(bytes: Uint8Array): 0 | 1 | null {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 2_000).entries()) if (byte === 0) zeros[at % 2]!++;
  const [first = 0, second = 0] = zeros;
  if (first + second < 4) return null;
  return second > first ? 1 : 0;
}

/** The characters that Big5 has; beyond them each school's own lie (造字), which would come out as others. */
const known: readonly (readonly [from: number, to: number])[] = [
  [0xa140, 0xa3bf],
  [0xa440, 0xc67e],
  [0xc940, 0xf9d5],
];

function big5(bytes: Uint8Array): string {
  let line = 1;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead === 0x0a) line++;
    if (lead < 0x80) continue;
    const pair = lead * 256 + (bytes[++at] ?? 0);
    if (!known.some(([from, to]) => pair >= from && pair <= to))
      throw new UnreadableFile("STRANGE_CHARACTER", line);
  }
  try {
    return new TextDecoder("big5", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile("NOT_A_SHEET");
  }
}
