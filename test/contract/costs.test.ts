import { readFileSync } from "node:fs";
import { createCost } from "@campus-graph/gateway/operations/cost";
import { defaultLimits } from "@campus-graph/gateway/operations/limits";
import { readSupergraph } from "@campus-graph/gateway/subgraphs/supergraph";
import { buildSchema, parse } from "graphql";
import { expect, it } from "vitest";

const read = (name: string) => readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), "utf8");
const schema = buildSchema(read("api"));
const { fieldWeights } = readSupergraph(read("supergraph"));
const cost = createCost(
  () => schema,
  defaultLimits,
  () => fieldWeights,
);
const costOf = (query: string) => cost(parse(query), { operationName: undefined, variables: {} });

/** The same under so many names. */
const times = (count: number, field: string) =>
  Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(" ");

const problems = "problems { line column code severity confirmation message }";
const imported = (count: number) =>
  `mutation ($input: ImportRosterInput!) { ${times(count, `importRoster(input: $input) { applied ${problems} }`)} }`;
const pictures =
  "paymentOptions { ... on AtmOption { twqr { svg } } ... on ConvenienceStoreOption { barcodes } ... on EasyWalletOption { qrSvg } }";
const drawn = (names: number, bills: number) =>
  `{ ${times(names, `myBills(first: ${bills}) { edges { node { ${pictures} } } }`)} }`;

it.each([
  ["one sheet", imported(1)],
  ["a page of bills with their pictures", drawn(1, 10)],
])("an operation may ask for %s", (_, query) => {
  expect(costOf(query)).toBeLessThanOrEqual(defaultLimits.cost);
});

it.each([
  ["two sheets", imported(2)],
  ["a few bills' pictures under 28 names", drawn(28, 2)],
  ["a hundred bills' pictures", drawn(1, 100)],
])("an operation may not ask for %s, whose work exceeds the objects that it answers", (_, query) => {
  expect(costOf(query)).toBeGreaterThan(defaultLimits.cost);
});
