import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { expect, it } from "vitest";
import { differences } from "./differences.js";

const contract = buildSchema(readFileSync(new URL("./contract.graphql", import.meta.url), "utf8"));

it("keeps every promise made to clients", () => {
  const api = readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8");
  expect(differences(contract, buildSchema(api))).toEqual([]);
});

const promised = `
  interface Option { channel: Int }
  type Shop implements Option { channel: Int }
  enum Level { LOW HIGH }
  input Search { text: String! limit: Int = 20 }
  type Query { shops(level: Level, search: Search): [Shop!]! }`;

it.each([
  ["a field", "Shop implements Option { channel: Int }", "Shop { other: Int }", "Shop.channel is missing"],
  ["an enum value", "LOW HIGH", "LOW", "Level.HIGH is missing"],
  ["an argument", "(level: Level, ", "(", "Query.shops.level is missing"],
  ["a type's kind", "enum Level { LOW HIGH }", "scalar Level", "Level is of another kind"],
  ["a list's nullability", "[Shop!]!", "[Shop!]", "Query.shops is [Shop!] instead of [Shop!]!"],
  ["an input's demand", "text: String!", "text: String", "Search.text is String instead of String!"],
  ["a default", "limit: Int = 20", "limit: Int = 10", "Search.limit is 10 when left out, instead of 20"],
  ["what may be left out", "limit: Int = 20", "limit: Int = 20 page: Int!", "Search.page is demanded"],
  ["an interface", "Shop implements Option", "Shop", "Shop does not implement Option"],
])("sees that %s has changed", (_, before, after, changes) => {
  const broken = promised.replace(before, after);
  expect(differences(buildSchema(promised), buildSchema(broken, { assumeValid: true })).join("\n")).toContain(
    changes,
  );
});

it("lets the schema grow", () => {
  const grown = promised
    .replace("LOW HIGH", "LOW MIDDLE HIGH")
    .replace("limit: Int = 20", "limit: Int = 20 page: Int")
    .replace("type Query {", "type Query { hello(name: String!): String ");
  expect(differences(buildSchema(promised), buildSchema(grown))).toEqual([]);
});
