import type { FetchNode, SubscriptionNode } from "@apollo/query-planner";
import type { SubscribeRequest } from "@campus-graph/kit/viewer";
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { GatewayRefusal } from "../errors.js";
import { askedSubgraph } from "./asked-subgraph.js";
import type { Caller } from "./caller.js";
import {
  asPlanned,
  type CompiledOperation,
  compileOrLeave,
  isOrdinary,
  type Planning,
  planFor,
  projectingOf,
} from "./compile.js";
import { completePlan } from "./complete-plan.js";
import { separateKeys } from "./fetch-keys.js";
import { settleFetch } from "./settled-fetch.js";
import { compileStep, type Step } from "./steps.js";

/** A subscription as one subgraph streams it, and how its events become answers. */
export interface PlannedSubscription {
  subgraph: string;
  /** What that subgraph is asked to stream. */
  request: SubscribeRequest;
  /** An event, as the subgraph's answer in JSON, with what others know of it. */
  complete(event: string, caller: Caller): Promise<ExecutionResult>;
}

/** The same for all its subscribers. `step` asks for the rest of an event; `first` takes what the event itself brings. */
export interface CompiledSubscription extends CompiledOperation {
  ast: OperationDefinitionNode;
  subgraph: string;
  requestFor(variables: Readonly<Record<string, unknown>>): SubscribeRequest;
  first: Step;
}

/**
 * The planner splits a subscription into what its subgraph streams and the rest that each event needs of others; the
 * stock gateway plans it so and then refuses to run it. Throws a GraphQLError for one that cannot be served.
 */
export function compileSubscription(
  document: DocumentNode,
  operationName: string | undefined,
  planning: Planning,
): CompiledSubscription {
  const ast = getOperationAST(document, operationName);
  if (ast?.operation !== OperationTypeNode.SUBSCRIPTION || !isOrdinary(document)) throw notSupported();
  const keys = separateKeys(asPlanned(document, ast, planning), planning.words);
  const { node } = planFor(keys.document, planning);
  if (node?.kind !== "Subscription") throw notSupported();
  const { primary, rest } = completed(node, keys.document, planning);
  const streamed = settleFetch(primary, planning.words)[0] ?? primary;
  const graph = { schema: planning.supergraphSchema, words: planning.words };
  const steps = compileOrLeave(() => ({
    first: compileStep(streamed, graph),
    step: rest ? compileStep(rest, graph) : null,
  }));
  if (!steps) throw notSupported();
  return {
    ...projectingOf(document, ast, keys, planning),
    ...steps,
    ast,
    isMutation: false,
    subgraphOf: (path) =>
      askedSubgraph(
        { kind: "Sequence", nodes: rest ? [streamed, rest] : [streamed] },
        path,
        keys.responseKeyOf,
      ),
    subgraph: streamed.serviceName,
    requestFor: (given) => requestFor(streamed, given),
  };
}

function completed(
  { primary, rest }: SubscriptionNode,
  document: DocumentNode,
  planning: Planning,
): Pick<SubscriptionNode, "primary" | "rest"> {
  const separated = getOperationAST(document);
  if (!separated) return { primary, rest };
  const whole = completePlan(
    { kind: "Sequence", nodes: rest ? [primary, rest] : [primary] },
    separated,
    document,
    planning,
  );
  if (whole?.kind !== "Sequence") return { primary, rest };
  const [first, then] = whole.nodes;
  return first?.kind === "Fetch" ? { primary: first, ...(then && { rest: then }) } : { primary, rest };
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
