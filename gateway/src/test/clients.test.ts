import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, Kind, type OperationDefinitionNode, OperationTypeNode, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { readExamples } from "../ide/examples.js";
import { createCost } from "../operations/cost.js";
import { measureDocument } from "../operations/document-size.js";
import { defaultLimits } from "../operations/limits.js";
import { createScreeningRule } from "../operations/screen-document.js";
import { readSupergraph } from "../subgraphs/supergraph.js";
import { deriveListReads } from "../subscriptions/tails/derive-list-reads.js";

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const schema = buildSchema(readFileSync(file("schema/api.graphql"), "utf8"));
const { tails, fieldWeights } = readSupergraph(readFileSync(file("schema/supergraph.graphql"), "utf8"));
const examples = await readExamples(file("clients/operations"), schema);

/** A whole sheet is as much work as one request may ask for: its field's weight says so. */
const costlyByItself = new Set(["registrar/ImportRoster"]);

describe("the operations of our own clients", () => {
  it("are offered for every role of the story", () => {
    const roles = new Set(examples.map(({ role }) => role));
    for (const role of ["anyone", "guardian", "teacher", "cashier", "registrar", "wallet"])
      expect(roles).toContain(role);
  });

  it.for(examples)("$id is within the limits by half", ({ id, query, variables }) => {
    const requestBody = {
      operationName: undefined,
      variables: variables === "" ? {} : (JSON.parse(variables) as Record<string, unknown>),
    };
    const costOf = createCost(
      () => schema,
      defaultLimits,
      () => fieldWeights,
    );
    const document = parse(query);
    expect(validate(schema, document, [createScreeningRule(defaultLimits, null)])).toEqual([]);
    const { depth, aliases } = measureDocument(document);
    expect(depth).toBeLessThanOrEqual(defaultLimits.depth - 2);
    expect(aliases).toBeLessThanOrEqual(defaultLimits.aliases / 2);
    const most = costlyByItself.has(id) ? defaultLimits.cost : defaultLimits.cost / 2;
    expect(costOf(document, requestBody)).toBeLessThanOrEqual(most);
  });

  it.for(examples)("$id comes with all its variables to fill in", ({ query, variables }) => {
    const operation = operationOf(query);
    const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(Object.keys(variables === "" ? {} : JSON.parse(variables))).toEqual(names);
  });

  const subscriptions = examples.filter(
    ({ query }) => operationOf(query).operation === OperationTypeNode.SUBSCRIPTION,
  );
  it.for(subscriptions)("$id is the tail of a list", ({ query }) => {
    const operation = operationOf(query);
    const [field] = operation.selectionSet.selections;
    const tailed = field?.kind === Kind.FIELD ? tails.get(field.name.value) : undefined;
    expect(tailed).toBeDefined();
    const { page } = deriveListReads(parse(query), operation, tailed!.list, schema);
    expect(page.source).toContain(`${tailed!.list}(after: $campusAfter, first: $campusFirst)`);
  });
});

function operationOf(query: string): OperationDefinitionNode {
  return parse(query).definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
}
