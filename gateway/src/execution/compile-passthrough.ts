import type { FetchNode } from "@apollo/query-planner";
import type { SubscribeRequest } from "@campus-graph/kit/auth/viewer";
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { planSubscription } from "../planning/plan-operation.js";
import type { Planning } from "../planning/planning-by-supergraph.js";
import { specialiseFetch } from "../planning/specialised-fetch.js";
import { subgraphOfField } from "../planning/subgraph-of-field.js";
import type { Caller } from "../subgraphs/caller.js";
import { type CompiledOperation, compileIfSupported, projectingOf } from "./compile-operation.js";
import { compilePlanNode, type Step } from "./compile-plan.js";

/** A subscription as one subgraph streams it, and how its events become answers. */
export interface PlannedSubscription {
  subgraph: string;
  /** The subscription that is opened at that subgraph. */
  request: SubscribeRequest;
  /** An event, as the subgraph's answer in JSON, with what others know of it. */
  complete(event: string, caller: Caller): Promise<ExecutionResult>;
}

/** The same for all its subscribers. `step` asks for the rest of an event; `first` takes what the event itself brings. */
export interface CompiledPassthrough extends CompiledOperation {
  ast: OperationDefinitionNode;
  subgraph: string;
  requestFor(variables: Readonly<Record<string, unknown>>): SubscribeRequest;
  first: Step;
}

/**
 * The planner splits a subscription into what its subgraph streams and the rest that each event needs of others; the
 * stock gateway plans it so and then refuses to run it. Throws a GraphQLError for one that cannot be served.
 */
export function compilePassthrough(
  document: DocumentNode,
  operationName: string | undefined,
  planning: Planning,
): CompiledPassthrough {
  const planned = planSubscription(document, operationName, planning);
  if (!planned) throw notSupported();
  const { ast, keys, primary, rest } = planned;
  const streamed = specialiseFetch(primary, planning.rewritten)[0] ?? primary;
  const graph = { schema: planning.supergraphSchema, rewritten: planning.rewritten };
  const steps = compileIfSupported(() => ({
    first: compilePlanNode(streamed, graph),
    step: rest ? compilePlanNode(rest, graph) : null,
  }));
  if (!steps) throw notSupported();
  return {
    ...projectingOf(document, ast, keys, planning),
    ...steps,
    ast,
    isMutation: false,
    subgraphOf: (path) =>
      subgraphOfField(
        { kind: "Sequence", nodes: rest ? [streamed, rest] : [streamed] },
        path,
        keys.responseKeyOf,
      ),
    subgraph: streamed.serviceName,
    requestFor: (given) => requestFor(streamed, given),
  };
}

/** Variables that are left out keep their defaults. */
function requestFor(
  { operation, variableUsages = [] }: FetchNode,
  given: Readonly<Record<string, unknown>>,
): SubscribeRequest {
  const used = variableUsages.filter((name) => Object.hasOwn(given, name));
  return { query: operation, variables: Object.fromEntries(used.map((name) => [name, given[name]])) };
}

function notSupported(): GatewayRefusal {
  return new GatewayRefusal("SUBSCRIPTION_NOT_SUPPORTED");
}
