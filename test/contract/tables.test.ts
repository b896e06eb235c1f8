import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
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

it.each(subgraphNames)("has the SQL of %s in the decision, each with its reason", (name) => {
  const [decision] = globSync("schema/decisions/*what-is-said-to-the-database-in-sql.md", { cwd: checkout });
  const [, section = ""] = textOf(decision!).split(`### ${name}\n`);
  const rows = section.split(/^(?:#|\d\.)/m)[0]!.matchAll(/^\| (`.*?) \| .+ \| .+ \|$/gm);
  const listed = [...rows].flatMap(([, files]) =>
    [...files!.matchAll(/`([a-z][a-z-]*)`/g)].map(([, file]) => file!),
  );
  const having = sources("persistence").filter(
    (file) => file.startsWith(`subgraphs/${name}/`) && sql.test(textOf(file)),
  );
  expect([...new Set(listed)].sort()).toEqual(having.map((file) => basename(file, ".ts")).sort());
});
