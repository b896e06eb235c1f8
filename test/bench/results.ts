import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolder } from "@campus-graph/launch/settings";

/** One line of a benchmark's result: a subject, and the query that was sent to it. */
export interface Row {
  subject: string;
  query: string;
  [measure: string]: string | number | null;
}

/** Where the benchmarks' sources are, whatever folder they were built to. */
export const benchFolder = join(checkoutFolder(), "test", "bench");

/** Writes `test/bench/results/<name>.json`. A quick run's numbers say nothing, so they never stand in for measured ones. */
export function writeResults(
  name: string,
  rows: readonly Row[],
  { quick, ...conditions }: { quick: boolean } & Readonly<Record<string, unknown>>,
): void {
  if (quick) {
    print("\nA quick run: nothing is written.");
    return;
  }
  const folder = join(benchFolder, "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ name, conditions, rows }, null, 2)}\n`);
  print(`\nWritten to test/bench/results/${name}.json.`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Rows as a table in columns; numbers stand to the right. */
export function table(rows: readonly Readonly<Record<string, string | number | null>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: unknown) => (value === null || value === undefined ? "–" : String(value));
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => cell(row[column]).length)),
  );
  const line = (cells: readonly unknown[]) =>
    cells
      .map((value, at) =>
        typeof value === "number" ? cell(value).padStart(widths[at]!) : cell(value).padEnd(widths[at]!),
      )
      .join("  ")
      .trimEnd();
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column])))].join("\n");
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of the values lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
