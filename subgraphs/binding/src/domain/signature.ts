import { SignatureEmpty, SignatureNotValid } from "./refusals.js";

/** A point of a stroke: where, in units of the drawing surface, and when, in milliseconds since drawing began. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

export type Stroke = readonly StrokePoint[];

declare const checked: unique symbol;
/** Strokes that are a drawing: something is there, and all of it is within bounds. */
export type Signature = readonly Stroke[] & { readonly [checked]: true };

export const signatureLimits = { strokes: 200, points: 5_000, extent: 10_000, durationMs: 600_000 } as const;

/** Refuses what no hand drew on our surface: nothing at all, too much, outside of it, or backwards in time. */
export function parseSignature(strokes: readonly Stroke[]): Signature {
  const points = strokes.flat();
  if (strokes.length > signatureLimits.strokes) throw new SignatureNotValid({ rule: "strokes" });
  if (points.length > signatureLimits.points) throw new SignatureNotValid({ rule: "points" });
  if (!points.every(({ x, y }) => isOnSurface(x) && isOnSurface(y)))
    throw new SignatureNotValid({ rule: "bounds" });
  if (!strokes.every(runsForward)) throw new SignatureNotValid({ rule: "time" });
  if (!strokes.some(isLine)) throw new SignatureEmpty();
  return strokes as Signature;
}

function isOnSurface(coordinate: number): boolean {
  return Number.isFinite(coordinate) && coordinate >= 0 && coordinate <= signatureLimits.extent;
}

function runsForward(stroke: Stroke): boolean {
  return stroke.every(
    ({ t }, at) => t >= 0 && t <= signatureLimits.durationMs && (at === 0 || t >= stroke[at - 1]!.t),
  );
}

/** A tap leaves a dot, which is nobody's signature. */
function isLine(stroke: Stroke): boolean {
  const [start] = stroke;
  return start !== undefined && stroke.some(({ x, y }) => x !== start.x || y !== start.y);
}
