import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import type { FetchKeys } from "../planning/fetch-keys.js";
import { planOperation } from "../planning/plan-operation.js";
import type { Planning } from "../planning/planning-by-supergraph.js";
import { type Conditions, conditionsOf, conditionVariables } from "../planning/skip-include.js";
import { subgraphOfField } from "../planning/subgraph-of-field.js";
import { compilePlanNode, type Step, UnsupportedPlan } from "./compile-plan.js";
import { compileProjection, type Projection } from "./projection.js";

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
  /** Which subgraph resolves the field at a path of the answer. */
  subgraphOf(path: readonly (string | number)[]): string | undefined;
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
  const planned = planOperation(document, operationName, planning);
  if (!planned) return null;
  const { ast, keys, node } = planned;
  const step = compileIfSupported(() =>
    node ? compilePlanNode(node, { schema: planning.supergraphSchema, rewritten: planning.rewritten }) : null,
  );
  if (step === undefined) return null;
  const isMutation = ast.operation === OperationTypeNode.MUTATION;
  const subgraphOf = (path: readonly (string | number)[]) =>
    node ? subgraphOfField(node, path, keys.responseKeyOf) : undefined;
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

export function compileIfSupported<T>(compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (error instanceof UnsupportedPlan) return undefined;
    throw error;
  }
}
