import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkout, subgraphNames } from "../harness/subgraphs.js";

/** What sends SQL of its own, past the entities. */
const sql = /\.execute[<(]|\.createQueryBuilder\(|\.getKysely\(|\.getConnection\(/;

function sources(room: string): string[] {
  return subgraphNames
    .flatMap((name) => globSync(`subgraphs/${name}/src/${room}/**/*.ts`, { cwd: checkout }))
    .filter((file) => !file.includes("/test/"));
}

function textOf(file: string): string {
  return readFileSync(join(checkout, file), "utf8");
}

it("has SQL in persistence/ alone", () => {
  const found = sources("**").filter((file) => !file.includes("/persistence/") && sql.test(textOf(file)));
  expect(found).toEqual([]);
  expect(sources("persistence").some((file) => sql.test(textOf(file)))).toBe(true);
});

it("excuses no resolver from the rule of the use cases that keeps to it", () => {
  const { forbidden } = createRequire(import.meta.url)(join(checkout, ".dependency-cruiser.cjs")) as {
    forbidden: { name: string; from: { pathNot: string[] } }[];
  };
  const [, ...excused] = forbidden.find(({ name }) => name === "the-edge-reads-no-tables")!.from.pathNot;
  const reading = sources("graphql").filter((file) => textOf(file).includes('from "../persistence/'));
  expect(excused.map((pattern) => reading.filter((file) => new RegExp(pattern).test(file)))).toEqual(
    excused.map(() => [expect.any(String)]),
  );
});
