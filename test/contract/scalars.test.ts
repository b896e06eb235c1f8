import { readFileSync } from "node:fs";
import { buildSchema, isScalarType, isSpecifiedScalarType } from "graphql";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const scalars = Object.values(buildSchema(read("schema/api.graphql")).getTypeMap()).filter(
  (type) => isScalarType(type) && !isSpecifiedScalarType(type),
);

it("says of every scalar that others have specified where they did", () => {
  const specified = Object.fromEntries(
    scalars.map((type) => [type.name, isScalarType(type) && type.specifiedByURL]),
  );
  expect(specified).toEqual({
    Cursor: "https://relay.dev/graphql/connections.htm#sec-Cursor",
    Date: "https://scalars.graphql.org/andimarek/local-date.html",
    DateTime: "https://scalars.graphql.org/andimarek/date-time.html",
    EmailAddress: "https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address",
    // The city's own: their descriptions are their specifications.
    Money: undefined,
    PayAccountNumber: undefined,
  });
});

it("has a type for every scalar in the code generators' configurations, ours and the guide's", () => {
  for (const configuration of [read("clients/codegen.yml"), read("clients/guide/codegen.ts")])
    for (const { name } of scalars)
      expect(configuration).toMatch(new RegExp(`\\b${name}: "?${name === "Money" ? "number" : "string"}\\b`));
});
