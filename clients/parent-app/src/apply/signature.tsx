import { Button } from "@campus-graph/ui/components/button";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useEffect, useRef } from "react";
import SignaturePad, { type PointGroup } from "signature_pad";
import { signWords } from "../words/sign";

/** A stroke as the graph takes it: points from the frame's upper left corner, and when each was drawn. */
export type Stroke = { x: number; y: number; t: number }[];

/** A frame to sign in. The strokes are the parent's, so that a refusal or a reload loses none. */
export function Signature({
  strokes,
  problem,
  onChange,
}: {
  strokes: readonly Stroke[];
  problem?: string | undefined;
  onChange(strokes: Stroke[]): void;
}) {
  const words = useCatalogue(signWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const shown = useRef(strokes);
  shown.current = strokes;

  useEffect(() => {
    const element = canvas.current!;
    const drawn = new SignaturePad(element, { penColor: "#101010", backgroundColor: "#fff" });
    pad.current = drawn;
    const fit = () => {
      const scale = Math.max(1, window.devicePixelRatio);
      element.width = element.offsetWidth * scale;
      element.height = element.offsetHeight * scale;
      element.getContext("2d")!.scale(scale, scale);
      drawn.fromData(shown.current.map(asGroup));
    };
    fit();
    const size = new ResizeObserver(fit);
    size.observe(element);
    drawn.addEventListener("endStroke", () => changed.current(drawn.toData().map(asStroke)));
    return () => {
      size.disconnect();
      drawn.off();
    };
  }, []);

  const show = (next: Stroke[]) => {
    pad.current?.fromData(next.map(asGroup));
    onChange(next);
  };
  return (
    <div className="signature">
      <p className="hint" id="signature-hint">
        {words.signatureHint}
      </p>
      <canvas ref={canvas} role="img" aria-label={words.signature} aria-describedby="signature-hint" />
      <p role="status" className="hint">
        {words.strokes(strokes.length)}
      </p>
      {problem && <p className="problem">{problem}</p>}
      <div className="acts">
        <Button kind="quiet" disabled={strokes.length === 0} onClick={() => show(strokes.slice(0, -1))}>
          {words.undo}
        </Button>
        <Button kind="quiet" disabled={strokes.length === 0} onClick={() => show([])}>
          {words.clear}
        </Button>
      </div>
    </div>
  );
}

function asStroke({ points }: PointGroup): Stroke {
  return points.map(({ x, y, time }) => ({ x: round(x), y: round(y), t: time }));
}

function asGroup(stroke: Stroke): PointGroup {
  return {
    penColor: "#101010",
    dotSize: 0,
    minWidth: 0.8,
    maxWidth: 2.6,
    velocityFilterWeight: 0.7,
    compositeOperation: "source-over",
    points: stroke.map(({ x, y, t }) => ({ x, y, time: t, pressure: 0.5 })),
  };
}

/** Pauses longer than this are shortened: a form that is left and come back to is signed in one go all the same. */
const longestPauseMs = 2_000;

/** Times as the graph wants them: milliseconds since drawing began, never going back. */
export function sinceBeginning(strokes: readonly Stroke[]): Stroke[] {
  let before: number | undefined;
  let clock = 0;
  return strokes.map((stroke) =>
    stroke.map(({ x, y, t }) => {
      if (before !== undefined) clock += Math.min(longestPauseMs, Math.max(0, Math.round(t - before)));
      before = t;
      return { x, y, t: clock };
    }),
  );
}

function round(length: number): number {
  return Math.max(0, Math.round(length * 10) / 10);
}
