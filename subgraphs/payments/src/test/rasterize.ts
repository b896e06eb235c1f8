/** A picture as a scanner takes it: RGBA, as zxing wants it. */
export interface Pixels {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
  colorSpace: "srgb";
}

type Point = readonly [x: number, y: number];

/**
 * Draws the little of SVG that our codes are made of: straight paths, black on white, either stroked lines (bars) or
 * filled polygons (a QR code's modules). So a test reads the very picture that a guardian is shown.
 */
export function rasterize(svg: string): Pixels {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
  const image = new Uint8ClampedArray(width! * height! * 4).fill(255);
  const ink = (x: number, y: number) => image.set([0, 0, 0, 255], (y * width! + x) * 4);
  for (const [path] of svg.matchAll(/<path [^>]*>/g)) {
    const stroke = /stroke-width="([\d.]+)"/.exec(path)?.[1];
    const shapes = subpaths(/ d="([^"]*)"/.exec(path)![1]!);
    if (stroke === undefined) fill(shapes, width!, height!, ink);
    // What is written underneath is drawn in curves, and is no bar.
    else for (const shape of shapes) drawBar(shape, Number(stroke), ink);
  }
  return { data: image, width: width!, height: height!, colorSpace: "srgb" };
}

function subpaths(d: string): Point[][] {
  return d
    .split("M")
    .filter((part) => part !== "" && !/[CQ]/.test(part))
    .map((part) =>
      part
        .replace("Z", "")
        .split("L")
        .map((point) => point.trim().split(" ").map(Number) as unknown as Point),
    );
}

function drawBar([from, to]: Point[], width: number, ink: (x: number, y: number) => void): void {
  const [top, bottom] = [Math.min(from![1], to![1]), Math.max(from![1], to![1])];
  for (let x = Math.round(from![0] - width / 2); x < Math.round(from![0] + width / 2); x++)
    for (let y = top; y < bottom; y++) ink(x, y);
}

/** Even-odd, by the crossings of each row of pixels with the upright edges. */
function fill(shapes: Point[][], width: number, height: number, ink: (x: number, y: number) => void): void {
  const edges = shapes.flatMap((shape) =>
    shape.map((point, index) => [point, shape[(index + 1) % shape.length]!] as const),
  );
  for (let y = 0; y < height; y++) {
    const crossings = edges
      .filter(([a, b]) => a[1] > y + 0.5 !== b[1] > y + 0.5)
      .map(([a]) => a[0])
      .sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2)
      for (let x = crossings[pair]!; x < crossings[pair + 1]! && x < width; x++) ink(x, y);
  }
}
