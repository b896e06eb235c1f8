import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SealedColumn } from "@campus-graph/kit/resealing/sealed-columns";
import { expect, it } from "vitest";
import { checkout, subgraphNames } from "../harness/subgraphs.js";

/** Where a sealed value says that it stands. */
const place = /table: "(\w+)",\s+column: "(\w+)"/g;

async function listedIn(name: string): Promise<readonly SealedColumn[]> {
  const [file] = globSync(`subgraphs/${name}/src/persistence/sealed-columns.ts`, { cwd: checkout });
  if (!file) return [];
  const { sealedColumns } = (await import(join(checkout, file))) as { sealedColumns: SealedColumn[] };
  return sealedColumns;
}

/** Of the files that seal under the ring `field`. */
function sealedIn(name: string): string[] {
  return globSync(`subgraphs/${name}/src/**/*.ts`, { cwd: checkout })
    .filter((file) => !file.includes("/test/") && !file.endsWith("/sealed-columns.ts"))
    .map((file) => readFileSync(join(checkout, file), "utf8"))
    .filter((text) => /\b(?:en|de)cryptField\(/.test(text))
    .flatMap((text) => [...text.matchAll(place)].map(([, table, column]) => `${table}.${column}`));
}

it.each(subgraphNames)(
  "%s names every column that it seals, so that no value is lost with an earlier key",
  async (name) => {
    const listed = (await listedIn(name)).map(({ table, column, place }) => {
      return `${place?.table ?? table}.${place?.column ?? column}`;
    });
    const missing = [...new Set(sealedIn(name))].filter((sealed) => !listed.includes(sealed));
    expect(missing).toEqual([]);
  },
);

it("finds columns that are sealed", () => {
  expect(sealedIn("identity").length).toBeGreaterThan(8);
  expect(sealedIn("roster")).toEqual(["recorded_parent.sealed_national_id", "student.sealed_particulars"]);
});
