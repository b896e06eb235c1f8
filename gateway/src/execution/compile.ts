import { operationFromDocument, type Schema, type Subgraphs } from "@apollo/federation-internals";
import type { QueryPlan, QueryPlanner } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { askedSubgraph } from "./asked-subgraph.js";
import { completePlan } from "./complete-plan.js";
import { type Conditions, conditionsOf, conditionVariables, withSomethingSelected } from "./conditions.js";
import { withDefaultArguments } from "./default-arguments.js";
import { type FetchKeys, separateKeys } from "./fetch-keys.js";
import { withoutNeedlessConditions } from "./needless-conditions.js";
import type { PlannedSupergraph } from "./planned-supergraph.js";
import { compileProjection, type Projection } from "./projection.js";
import { compileStep, NotOurs, type Step } from "./steps.js";

/** How what was fetched becomes the answer. */
export interface Projecting {
  conditionsOf(variables: Readonly<Record<string, unknown>>): Conditions;
  projectionFor(conditions: Conditions): Projection;
  /** The client's name for a response key that was fetched, for the paths of errors. */
  responseKeyOf(fetched: string): string;
}

/** An operation with everything about it that is the same at each request. */
export interface CompiledOperation extends Projecting {
  isMutation: boolean;
  /** Null: there is nothing to fetch. */
  step: Step | null;
  /** Which subgraph is asked for the field at a path of the answer. */
  subgraphOf(path: readonly (string | number)[]): string | undefined;
}

export interface Planning {
  planner: QueryPlanner;
  /** The client-facing schema, as the planner knows it and as graphql-js does. */
  apiSchema: Schema;
  schema: GraphQLSchema;
  /** With what only subgraphs know. */
  supergraphSchema: GraphQLSchema;
  words: PlannedSupergraph;
  subgraphs: Subgraphs;
}

/** Projections that one operation may have, by its condition variables; beyond these they are made anew each time. */
const projectionsKept = 64;

/**
 * Null when the operation is one for the stock executor. Decided here, once, never after a fetch has left.
 * Throws a GraphQLError for an operation that cannot be answered rightly.
 */
export function compileOperation(
  document: DocumentNode,
  operationName: string | undefined,
  planning: Planning,
): CompiledOperation | null {
  const ast = getOperationAST(document, operationName);
  if (!ast || ast.operation === OperationTypeNode.SUBSCRIPTION || !isOrdinary(document)) return null;
  const keys = separateKeys(asPlanned(document, ast, planning), planning.words);
  const planned = planFor(keys.document, planning);
  const separated = getOperationAST(keys.document);
  const node = separated ? completePlan(planned.node, separated, keys.document, planning) : planned.node;
  if (node?.kind === "Subscription") return null;
  const step = compileOrLeave(() =>
    node ? compileStep(node, { schema: planning.supergraphSchema, words: planning.words }) : null,
  );
  if (step === undefined) return null;
  const isMutation = ast.operation === OperationTypeNode.MUTATION;
  const subgraphOf = (path: readonly (string | number)[]) =>
    node ? askedSubgraph(node, path, keys.responseKeyOf) : undefined;
  return { ...projectingOf(document, ast, keys, planning), isMutation, step, subgraphOf };
}

/** For a document of a type that the schema has. */
export function projectingOf(
  document: DocumentNode,
  ast: OperationDefinitionNode,
  { keyOf, responseKeyOf }: FetchKeys,
  { schema, supergraphSchema }: Planning,
): Projecting {
  const rootType = schema.getRootType(ast.operation);
  if (!rootType) throw new Error(`The schema has no ${ast.operation}, which validation refuses.`);
  const names = conditionVariables(document);
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const projections = new Map<string, Projection>();
  return {
    responseKeyOf,
    conditionsOf: (variables) => conditionsOf(names, ast, variables),
    projectionFor(conditions) {
      const key = names.map((name) => (conditions.get(name) ? "1" : "0")).join("");
      const known = projections.get(key);
      if (known) return known;
      const compiler = { schema, supergraphSchema, fragments, conditions, keyOf };
      const projection = compileProjection(compiler, rootType, ast.selectionSet);
      if (projections.size < projectionsKept) projections.set(key, projection);
      return projection;
    },
  };
}

/** Where the planner fails over an operation's words, it is asked in others that mean the same. */
export function planFor(document: DocumentNode, { planner, apiSchema, schema }: Planning): QueryPlan {
  try {
    return planner.buildQueryPlan(operationFromDocument(apiSchema, document));
  } catch {
    const reworded = withoutNeedlessConditions(document, schema);
    return planner.buildQueryPlan(operationFromDocument(apiSchema, reworded));
  }
}

/** The operation, with its fragments, in words that the planner and subgraphs take as they are meant. */
export function asPlanned(
  document: DocumentNode,
  ast: OperationDefinitionNode,
  { schema }: Planning,
): DocumentNode {
  return withSomethingSelected(withDefaultArguments(withoutNames(document, ast), schema));
}

/**
 * The planner numbers the fetches of a named operation, so that two which ask the same differ by their names alone.
 * Without one they are equal, are sent once, and subgraphs know their text again from operation to operation.
 */
function withoutNames(
  document: DocumentNode,
  { name: _, ...anonymous }: OperationDefinitionNode,
): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [anonymous, ...fragments] };
}

export function compileOrLeave<T>(compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (error instanceof NotOurs) return undefined;
    throw error;
  }
}

/** Introspection answers from the schema, and `constructor` or `__proto__` are no ordinary keys of an object. */
export function isOrdinary(document: DocumentNode): boolean {
  let ordinary = true;
  visit(document, {
    Field: ({ name, alias }) => {
      const key = alias?.value ?? name.value;
      if (name.value === "__schema" || name.value === "__type" || key in Object.prototype) ordinary = false;
    },
  });
  return ordinary;
}
