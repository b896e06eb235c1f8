import { operationFromDocument } from "@apollo/federation-internals";
import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { completePlan } from "./complete-plan.js";
import { withDefaultArguments } from "./default-arguments.js";
import { type FetchKeys, separateKeys } from "./fetch-keys.js";
import { withoutNeedlessConditions } from "./needless-conditions.js";
import type { Planning } from "./planning-by-supergraph.js";
import { withSomethingSelected } from "./skip-include.js";

interface Planned {
  ast: OperationDefinitionNode;
  keys: FetchKeys;
}

/** `node` null: there is nothing to fetch. */
export interface PlannedOperation extends Planned {
  node: PlanNode | null;
}

/** What one subgraph streams, and what each event needs of others. */
export interface SubscriptionPlan extends Planned {
  primary: FetchNode;
  rest: PlanNode | undefined;
}

/**
 * A query or mutation, planned; null for one that the planner has nothing to do with, as introspection. Throws a
 * GraphQLError for an operation that cannot be answered rightly.
 */
export function planOperation(
  document: DocumentNode,
  operationName: string | undefined,
  planning: Planning,
): PlannedOperation | null {
  const ast = getOperationAST(document, operationName);
  if (!ast || ast.operation === OperationTypeNode.SUBSCRIPTION || !isOrdinary(document)) return null;
  const keys = separateKeys(asPlanned(document, ast, planning), planning.rewritten);
  const { node } = planFor(keys.document, planning);
  const separated = getOperationAST(keys.document);
  // Also where the planner found nothing to fetch: that may be what it left out.
  const whole = separated ? completePlan(node, separated, keys.document, planning) : node;
  return whole?.kind === "Subscription" ? null : { ast, keys, node: whole ?? null };
}

/** Null where the planner does not know it as a subscription that one subgraph streams. */
export function planSubscription(
  document: DocumentNode,
  operationName: string | undefined,
  planning: Planning,
): SubscriptionPlan | null {
  const ast = getOperationAST(document, operationName);
  if (ast?.operation !== OperationTypeNode.SUBSCRIPTION || !isOrdinary(document)) return null;
  const keys = separateKeys(asPlanned(document, ast, planning), planning.rewritten);
  const { node } = planFor(keys.document, planning);
  if (node?.kind !== "Subscription") return null;
  const { primary, rest } = node;
  const separated = getOperationAST(keys.document);
  const nodes = rest ? [primary, rest] : [primary];
  const whole = separated && completePlan({ kind: "Sequence", nodes }, separated, keys.document, planning);
  const [first, then] = whole?.kind === "Sequence" ? whole.nodes : [];
  if (first?.kind !== "Fetch") return { ast, keys, primary, rest };
  return { ast, keys, primary: first, rest: then };
}

/** Where the planner fails over how an operation is written, it is given another that means the same. */
function planFor(document: DocumentNode, { planner, apiSchema, schema }: Planning): QueryPlan {
  try {
    return planner.buildQueryPlan(operationFromDocument(apiSchema, document));
  } catch {
    const reworded = withoutNeedlessConditions(document, schema);
    return planner.buildQueryPlan(operationFromDocument(apiSchema, reworded));
  }
}

/** The operation, with its fragments, rewritten so that neither planner nor subgraphs misread it. */
function asPlanned(document: DocumentNode, ast: OperationDefinitionNode, { schema }: Planning): DocumentNode {
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

/** Introspection answers from the schema, and `constructor` or `__proto__` are no ordinary keys of an object. */
function isOrdinary(document: DocumentNode): boolean {
  let ordinary = true;
  visit(document, {
    Field: ({ name, alias }) => {
      const key = alias?.value ?? name.value;
      if (name.value === "__schema" || name.value === "__type" || key in Object.prototype) ordinary = false;
    },
  });
  return ordinary;
}
