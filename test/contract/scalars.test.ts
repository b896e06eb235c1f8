import { readFileSync } from "node:fs";
import { buildSchema, isScalarType, isSpecifiedScalarType } from "graphql";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const scalars = Object.values(buildSchema(read("schema/api.graphql")).getTypeMap()).filter(
  (type) => isScalarType(type) && !isSpecifiedScalarType(type),
);

it("says of every scalar where it is specified", () => {
  const specified = Object.fromEntries(
    scalars.map((type) => [type.name, isScalarType(type) && type.specifiedByURL]),
  );
  expect(specified).toEqual({
    Cursor: "https://relay.dev/graphql/connections.htm#sec-Cursor",
    Date: "https://scalars.graphql.org/andimarek/local-date.html",
    DateTime: "https://scalars.graphql.org/andimarek/date-time.html",
    EmailAddress: "https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address",
    // Whole numbers as I-JSON exchanges them exactly.
    Money: "https://www.rfc-editor.org/rfc/rfc7493.html#section-2.2",
    // Banks' own: `schema/scalars/` has the page.
    PayAccountNumber: "https://campus-graph.example/scalars/pay-account-number",
  });
});

it("has the pages that its own addresses name", () => {
  const own = scalars.flatMap((type) => (isScalarType(type) ? [type.specifiedByURL ?? ""] : []));
  const pages = own.flatMap((url) => /^https:\/\/campus-graph\.example\/(.*)$/.exec(url)?.[1] ?? []);
  expect(pages).toHaveLength(1);
  for (const page of pages) expect(read(`schema/${page}.md`)).toMatch(/^# \w+/);
});

it("has a type for every scalar in the code generators' configurations, ours and the guide's", () => {
  for (const configuration of [read("clients/codegen.yml"), read("clients/guide/codegen.ts")])
    for (const { name } of scalars)
      expect(configuration).toMatch(new RegExp(`\\b${name}: "?${name === "Money" ? "number" : "string"}\\b`));
});
