import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import {
  type FieldNode,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
} from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { isData } from "../subgraphs/data.js";
import type { SubgraphAnswer } from "../subgraphs/read-answer.js";
import type { Run, Step } from "./compile-plan.js";
import type { EntityFetch, EntityQuestion } from "./entity-fetch.js";
import { queryPrefix, requestSubgraph, serialiseVariables } from "./request-subgraph.js";

/** A fetch, and below which paths it asks about entities. */
export interface Placed {
  fetch: EntityFetch;
  paths: readonly ResponsePath[];
}

/** One of those that ask together: where its part of the request stands, and what it asks about this time. */
interface PreparedFetch {
  index: number;
  fetch: EntityFetch;
  question: EntityQuestion;
}

const representationsOf = (index: number) => `representations${index}`;
const entitiesOf = (index: number) => `entities${index}`;

/** Beyond that size each fetch is sent by itself: the subgraph may refuse a body as large as all of them. */
const mostCharacters = 500_000;

/**
 * Entity fetches that begin in the same moment at one subgraph leave as one request, each under an alias of its own; a
 * fetch without entities is left out. Should the answer have no data at all, each is sent again by itself: one of them
 * may have made all of it fail.
 */
export function compileBatch(placed: readonly Placed[]): Step {
  const subgraph = placed[0]!.fetch.node.serviceName;
  const parts = placed.map(({ fetch }, index) => partOf(fetch.node, index));
  const prefixes = new Map<string, string>();

  const prefixOf = (prepared: readonly PreparedFetch[]): string => {
    const key = prepared.map(({ index }) => index).join();
    const known = prefixes.get(key);
    if (known) return known;
    const made = queryPrefix({ operation: textOf(prepared.map(({ index }) => parts[index]!)) });
    prefixes.set(key, made);
    return made;
  };

  return async (run, path) => {
    const prepared = placed.flatMap(({ fetch, paths }, index): PreparedFetch[] => {
      const below = paths.map((each) => [...path, ...each]);
      const question = fetch.questionBelow(run, below);
      return question ? [{ index, fetch, question }] : [];
    });
    const characters = prepared.reduce((sum, { question }) => sum + question.representations.length, 0);
    if (prepared.length < 2 || characters > mostCharacters) return fetchEach(run, prepared);
    const names = new Set(prepared.flatMap(({ fetch }) => fetch.node.variableUsages ?? []));
    const representations = prepared.map(
      ({ index, question }) => `"${representationsOf(index)}":${question.representations}`,
    );
    const variables = serialiseVariables([...names], run.variables, ...representations);
    const answer = await requestSubgraph(run, subgraph, { queryPrefix: prefixOf(prepared), variables });
    if (!(answer instanceof GatewayRefusal) && !isData(answer.data)) return fetchEach(run, prepared);
    for (const each of prepared) takeGuarded(run, each, answer);
  };
}

async function fetchEach(run: Run, prepared: readonly PreparedFetch[]): Promise<void> {
  await Promise.all(
    prepared.map(({ fetch, question }) =>
      fetch.fetch(run, question).catch((error: unknown) => run.failures.push(error)),
    ),
  );
}

/** What is wrong with one's part does not keep the others from theirs. */
function takeGuarded(
  run: Run,
  { index, fetch, question }: PreparedFetch,
  answer: SubgraphAnswer | GatewayRefusal,
): void {
  try {
    fetch.take(run, question, answer instanceof GatewayRefusal ? answer : partialAnswer(answer, index));
  } catch (error) {
    run.failures.push(error);
  }
}

/** As if the fetch had been sent by itself. An error that names no part concerns each. */
function partialAnswer({ data, errors = [] }: SubgraphAnswer, index: number): SubgraphAnswer {
  const own = errors.flatMap((error): GraphQLFormattedError[] => {
    const [root, ...rest] = error.path ?? [];
    if (root === entitiesOf(index)) return [{ ...error, path: ["_entities", ...rest] }];
    return typeof root === "string" && root.startsWith("entities") ? [] : [error];
  });
  return {
    data: { _entities: data?.[entitiesOf(index)] },
    ...(own.length > 0 && { errors: own }),
  };
}

/** What a fetch contributes to the common operation. */
interface Part {
  entities: FieldNode;
  variables: readonly VariableDefinitionNode[];
}

function partOf(node: FetchNode, index: number): Part {
  const entities = entitiesIn(operationOf(node))!;
  const variable = { kind: Kind.VARIABLE, name: nameOf(representationsOf(index)) } as const;
  return {
    entities: {
      ...entities,
      alias: nameOf(entitiesOf(index)),
      arguments: [{ kind: Kind.ARGUMENT, name: nameOf("representations"), value: variable }],
    },
    variables: (operationOf(node).variableDefinitions ?? []).map((definition) =>
      definition.variable.name.value === "representations" ? { ...definition, variable } : definition,
    ),
  };
}

function textOf(parts: readonly Part[]): string {
  const variables = new Map(
    parts.flatMap(({ variables }) => variables.map((each) => [each.variable.name.value, each])),
  );
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: parts.map(({ entities }) => entities) },
  };
  return stripIgnoredCharacters(print(operation));
}

function nameOf(value: string) {
  return { kind: Kind.NAME, value } as const;
}

function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  return parse(operation, { noLocation: true }).definitions[0] as OperationDefinitionNode;
}

function entitiesIn({ selectionSet: { selections } }: OperationDefinitionNode): FieldNode | null {
  const [field, ...others] = selections;
  return field?.kind === Kind.FIELD && field.name.value === "_entities" && others.length === 0 ? field : null;
}

/** Whether a fetch can ask together with others: of entities alone, and by no variable that could be taken for ours. */
export function isBatchable(node: FetchNode): boolean {
  if (!node.requires || parse(node.operation, { noLocation: true }).definitions.length !== 1) return false;
  const operation = operationOf(node);
  const names = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  return (
    entitiesIn(operation) !== null &&
    (operation.directives ?? []).length === 0 &&
    names.every((name) => name === "representations" || !name.startsWith("representations"))
  );
}
