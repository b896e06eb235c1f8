/** A picture as a scanner takes it: RGBA, as zxing wants it. */
export interface Pixels {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
  colorSpace: "srgb";
}

const pixelsPerModule = 4;

/**
 * Draws the little of SVG that our codes are made of: one path of level strokes, black on white. So a test reads the very
 * picture that a guardian is shown. What is written underneath is no bar.
 */
export function rasterize(svg: string): Pixels {
  const [width, height] = /viewBox="0 0 (\d+) (\d+)"/
    .exec(svg)!
    .slice(1)
    .map((modules) => Number(modules) * pixelsPerModule) as [number, number];
  const strokeWidth = Number(/stroke-width="([\d.]+)"/.exec(svg)![1]);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, numbers] of / d="([^"]*)"/.exec(svg)![1]!.matchAll(/([Mmh])([^Mmh]*)/g)) {
    const [first = 0, second = 0] = numbers!.split(" ").map(Number);
    if (command === "M") [x, y] = [first, second];
    if (command === "h") stroke(x, first);
    if (command !== "M") [x, y] = [x + first, y + second];
  }
  return { data, width, height, colorSpace: "srgb" };

  function stroke(from: number, length: number): void {
    const [left, right, top, bottom] = [from, from + length, y - strokeWidth / 2, y + strokeWidth / 2].map(
      (modules) => Math.round(modules * pixelsPerModule),
    ) as [number, number, number, number];
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++) data.set([0, 0, 0, 255], (row * width + column) * 4);
  }
}
