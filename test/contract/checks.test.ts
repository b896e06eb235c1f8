import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { breakingChanges } from "@campus-graph/schema/checks/breaking";
import { undescribedElements } from "@campus-graph/schema/checks/described";
import { staleFiles } from "@campus-graph/schema/checks/fresh";
import { unreviewedHints } from "@campus-graph/schema/checks/hints";
import { invalidOperations } from "@campus-graph/schema/checks/operations";
import { compose } from "@campus-graph/schema/compose";
import { expect, it } from "vitest";

const api = '"A greeting." type Query { "Says hello." hello: String "Says it loud." loud: String }';

it("sees a printed file that is stale or missing", () => {
  const folder = mkdtempSync(join(tmpdir(), "campus-schema-"));
  const [fresh, stale, missing] = ["fresh", "stale", "missing"].map((name) =>
    join(folder, `${name}.graphql`),
  ) as [string, string, string];
  writeFileSync(fresh, "now");
  writeFileSync(stale, "before");
  const problems = staleFiles(new Map([fresh, stale, missing].map((file) => [file, "now"])));
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["stale.graphql", "missing.graphql"]);
});

it("sees a field that clients would miss, unless a decision lets it go", async () => {
  const now = api.replace('"Says it loud." loud: String', "");
  expect(await breakingChanges(api, now, [])).toEqual([expect.stringContaining("FIELD_REMOVED Query.loud")]);
  const decision = "# Nobody shouts\n\nAllows breaking change: `FIELD_REMOVED Query.loud`\n";
  expect(await breakingChanges(api, now, [decision])).toEqual([]);
});

it("sees an operation that the schema does not know, and says where it stands", () => {
  const file = "clients/operations/guardian/whisper.graphql";
  expect(invalidOperations(api, [{ file, text: "query Whisper {\n  whisper\n}" }])).toEqual([
    expect.stringContaining(`${file}:2: Cannot query field`),
  ]);
  expect(invalidOperations(api, [{ file, text: "query {" }])).not.toEqual([]);
  expect(invalidOperations(api, [])).toEqual(["clients/operations holds no operation"]);
  expect(invalidOperations(api, [{ file, text: "query Hello { hello }" }])).toEqual([]);
});

it("sees each kind of element without a description", () => {
  const bare = `enum Level { LOW } input Search { text: String } interface Named { name: String }
    type Query { shops(search: Search): Level }`;
  expect(undescribedElements(bare).map((problem) => problem.split(" ")[0])).toEqual(
    expect.arrayContaining([
      "Level",
      "Level.LOW",
      "Search",
      "Search.text",
      "Named",
      "Named.name",
      "Query.shops",
      "Query.shops.search",
    ]),
  );
  expect(undescribedElements(api)).toEqual([]);
});

it("sees subgraphs that do not fit together, and hints that nobody has read", () => {
  const subgraph = (name: string, sdl: string) => ({
    name,
    routingUrl: `http://${name}`,
    schemaFile: "",
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n${sdl}`,
  });
  const school = subgraph(
    "a",
    'type Query { school: School } "A." type School @key(fields: "code") { code: ID! }',
  );
  const other = subgraph(
    "b",
    'type Query { b: Int } "B." type School @key(fields: "code") { code: ID! name: Int }',
  );
  const { hints } = compose([school, other]);
  expect(unreviewedHints(hints, [])).toEqual([expect.stringContaining("INCONSISTENT_DESCRIPTION")]);
  const review = { code: "INCONSISTENT_DESCRIPTION", about: 'Element "School"' };
  expect(unreviewedHints(hints, [review])).toEqual([]);
  expect(unreviewedHints([], [review])).toEqual([expect.stringContaining("stands for no hint")]);
  expect(() => compose([school, subgraph("b", "type Query { school: Int }")])).toThrow("do not compose");
});
