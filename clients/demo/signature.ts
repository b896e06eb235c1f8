/** What a finger draws: strokes of points, x and y between 0 and 1, t in milliseconds since the first. */
export const drawnSignature = [
  [0.1, 0.15, 0.2, 0.26, 0.33, 0.4].map((x, at) => ({ x, y: 0.5 - 0.2 * Math.sin(x * 9), t: at * 16 })),
  [0.45, 0.5, 0.56, 0.63, 0.71].map((x, at) => ({ x, y: 0.4 + 0.3 * Math.sin(x * 7), t: 180 + at * 16 })),
];
