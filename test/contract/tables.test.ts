import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkout, subgraphNames } from "../harness/subgraphs.js";

/** What sends SQL of its own, past the entities. */
const sql = /\.execute[<(]|\.createQueryBuilder\(|\.getKysely\(|\.getConnection\(/;

/** Where SQL still stands in other rooms. The list only grows shorter: a row without need fails too. */
const elsewhere = [
  "subgraphs/binding/src/demo-city/apply.ts",
  "subgraphs/binding/src/demo-city/approve.ts",
  "subgraphs/binding/src/reactions/on-login-taken.ts",
  "subgraphs/binding/src/use-cases/start-application.ts",
  "subgraphs/identity/src/graphql/batches.ts",
  "subgraphs/identity/src/mail/queue-mail.ts",
  "subgraphs/identity/src/mail/send-mails.ts",
  "subgraphs/identity/src/sso/adapter.ts",
  "subgraphs/identity/src/use-cases/tell-provisioned.ts",
  "subgraphs/roster/src/use-cases/mask-names-again.ts",
  "subgraphs/roster/src/use-cases/tell-classes-again.ts",
];

function sources(room: string): string[] {
  return subgraphNames
    .flatMap((name) => globSync(`subgraphs/${name}/src/${room}/**/*.ts`, { cwd: checkout }))
    .filter((file) => !file.includes("/test/"));
}

function textOf(file: string): string {
  return readFileSync(join(checkout, file), "utf8");
}

it("has SQL in persistence/ alone, but where it is known to be still elsewhere", () => {
  const found = sources("**").filter((file) => !file.includes("/persistence/") && sql.test(textOf(file)));
  expect(found.sort()).toEqual(elsewhere);
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
