import bwip from "bwip-js/node";
import { correction, generate } from "lean-qr";
import { LRUCache } from "lru-cache";

/** A barcode as a store's scanner wants it, with its text underneath, or a QR code of the usual error correction. */
export interface Picture {
  kind: "code39" | "qrcode";
  text: string;
}

/**
 * Pictures by what they show: a bill's seven are asked for again and again, and always look the same. One path of runs takes
 * 0.8 KB for a barcode and 2 to 3 KB for a QR code.
 */
const drawn = new LRUCache<string, string>({
  max: 10_000,
  maxSize: 16_000_000,
  sizeCalculation: ({ length }) => length,
});

export function drawSvg({ kind, text }: Picture): string {
  const key = `${kind} ${text}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = kind === "code39" ? barcode(text) : qrCode(text);
  drawn.set(key, svg);
  return svg;
}

/** In modules, a narrow bar's width, or a QR code's square. */
const barHeight = 36;
const quietBesideBars = 10;
const quiet = 4;
const fontSize = 9;

function barcode(text: string): string {
  const [encoded] = bwip.raw({ bcid: "code39", text }) as { sbs: number[] }[];
  const bars = encoded!.sbs;
  const width = bars.reduce((sum, bar) => sum + bar, 2 * quietBesideBars);
  const path = `M${quietBesideBars} ${quiet + barHeight / 2}${dashes(bars)}`;
  const baseline = quiet + barHeight + fontSize;
  const words = `<text x="${width / 2}" y="${baseline}" font-family="monospace" font-size="${fontSize}" text-anchor="middle">${text}</text>`;
  return svg({ width, height: baseline + quiet, strokeWidth: barHeight, path, words });
}

function qrCode(text: string): string {
  const level = correction.M;
  const code = generate(text, { minCorrectionLevel: level, maxCorrectionLevel: level });
  const size = code.size + 2 * quiet;
  const rows = Array.from({ length: code.size }, (_, y) => {
    const row = Array.from({ length: code.size }, (_, x) => code.get(x, y));
    const start = row.indexOf(true);
    return start < 0 ? "" : `M${quiet + start} ${quiet + y + 0.5}${dashes(runsOf(row.slice(start)))}`;
  });
  return svg({ width: size, height: size, strokeWidth: 1, path: rows.join("") });
}

/** How many are alike, one run after another. */
function runsOf(row: readonly boolean[]): number[] {
  const runs: number[] = [];
  row.forEach((module, at) => {
    if (module === row[at - 1]) runs[runs.length - 1]! += 1;
    else runs.push(1);
  });
  return runs;
}

/** One stroke from left to right, the pen down and up in turn. */
function dashes(runs: readonly number[]): string {
  return runs.map((length, at) => (at % 2 === 0 ? `h${length}` : `m${length} 0`)).join("");
}

/** Ink on white with a quiet zone: a transparent ground is unreadable on a dark screen. */
function svg(of: {
  width: number;
  height: number;
  strokeWidth: number;
  path: string;
  words?: string;
}): string {
  const { width, height, strokeWidth, path, words = "" } = of;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">` +
    `<rect width="100%" height="100%" fill="#fff"/>` +
    `<path stroke="#000" stroke-width="${strokeWidth}" d="${path}"/>${words}</svg>`
  );
}
