import { SignatureEmpty, SignatureNotValid } from "./refusals.js";

/** A point of a stroke: where, in units of the drawing surface, and when, in milliseconds since drawing began. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

export type Stroke = readonly StrokePoint[];

/** How a guardian signed: by hand, or by a fresh code where a hand cannot draw. */
export type SignedBy = "STROKES" | "CODE";

declare const checked: unique symbol;
/** Strokes that are a drawing: something is there, and all of it is within bounds. */
export type Signature = readonly Stroke[] & { readonly [checked]: true };

export const signatureLimits = { strokes: 200, points: 5_000, extent: 10_000, durationMs: 600_000 } as const;

/**
 * Refuses what no hand drew: nothing at all, too much, or backwards in time. A stroke that leaves the surface is kept at
 * its edge, and times are whole milliseconds, since pens overshoot and browsers measure in fractions.
 */
export function parseSignature(drawn: readonly Stroke[]): Signature {
  const strokes = drawn.map((stroke) => stroke.map(onSurface));
  const points = strokes.flat();
  if (strokes.length > signatureLimits.strokes) throw new SignatureNotValid({ rule: "strokes" });
  if (points.length > signatureLimits.points) throw new SignatureNotValid({ rule: "points" });
  if (!strokes.every(runsForward)) throw new SignatureNotValid({ rule: "time" });
  if (!strokes.some(isLine)) throw new SignatureEmpty();
  return strokes as readonly Stroke[] as Signature;
}

function onSurface({ x, y, t }: StrokePoint): StrokePoint {
  return { x: withinExtent(x), y: withinExtent(y), t: Math.round(t) };
}

function withinExtent(coordinate: number): number {
  return Math.min(Math.max(coordinate, 0), signatureLimits.extent);
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
