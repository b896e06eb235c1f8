/** An object of a subgraph's answer, or of the answer as it grows. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
