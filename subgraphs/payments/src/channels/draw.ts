import bwip from "bwip-js/node";
import { LRUCache } from "lru-cache";

/** What is drawn; the library's own types leave out the QR code's error correction. */
type Symbol = Parameters<typeof bwip.toSVG>[0] & { eclevel?: "M" };

/** A barcode as a store's scanner wants it, with its text underneath. */
export function code39(text: string): Symbol {
  return { bcid: "code39", text, scale: 2, height: 12, includetext: true, textxalign: "center", ...paper };
}

/** A QR code of the usual error correction. */
export function qrCode(text: string): Symbol {
  return { bcid: "qrcode", text, scale: 4, eclevel: "M", ...paper };
}

/** Ink on white with a quiet zone: a transparent ground is unreadable on a dark screen. */
const paper = { backgroundcolor: "FFFFFF", padding: 4 };

/** Pictures by what they show: a bill's are asked for again and again, and always look the same. */
const drawn = new LRUCache<string, string>({
  max: 2_000,
  maxSize: 16_000_000,
  sizeCalculation: ({ length }) => length,
});

export function drawSvg(symbol: Symbol): string {
  const key = `${symbol.bcid} ${symbol.text}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = bwip.toSVG(symbol);
  drawn.set(key, svg);
  return svg;
}
