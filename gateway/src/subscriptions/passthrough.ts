import {
  operationFromDocument,
  Supergraph as PlannedSupergraph,
  type Schema,
} from "@apollo/federation-internals";
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from "@apollo/gateway";
import { type FetchNode, type QueryPlan, QueryPlanner, type SubscriptionNode } from "@apollo/query-planner";
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { newTraceId } from "../door/trace.js";
import { GatewayRefusal } from "../errors.js";
import type { Caller } from "../execution/caller.js";
import type { Supergraph } from "../supergraph.js";
import { closable } from "./closable.js";
import type { SocketOperation } from "./read-operation.js";
import type { Subscribe } from "./subscribe.js";

/** Not the name of any subgraph: what the event itself brought is “fetched” from here. */
const eventService = "the event";

interface Options {
  supergraph: () => Supergraph;
  dataSource: (subgraph: string) => GraphQLDataSource;
}

type StockContext = Parameters<typeof executeQueryPlan>[2];

interface Planner {
  sdl: string;
  supergraphSchema: GraphQLSchema;
  apiSchema: Schema;
  planOf(operation: SocketOperation): SubscriptionNode;
}

/**
 * Ordinary subscriptions of any subgraph. The planner splits one into the part that its subgraph streams and the rest
 * that each event needs from others; the stock gateway plans it so and then refuses to run it.
 */
export function createPassthrough({ supergraph, dataSource }: Options): Subscribe {
  let planner: Planner | undefined;
  const currentPlanner = (): Planner => {
    const { sdl } = supergraph();
    if (planner?.sdl !== sdl) planner = createPlanner(sdl);
    return planner;
  };

  const complete = async (
    { supergraphSchema, apiSchema }: Planner,
    { primary, rest }: SubscriptionNode,
    operation: SocketOperation,
    event: ExecutionResult,
    caller: Caller,
  ): Promise<ExecutionResult> => {
    const { schema, document, operationName } = operation;
    const source: GraphQLDataSource = {
      process: async () => event as Awaited<ReturnType<GraphQLDataSource["process"]>>,
    };
    const fetched: FetchNode = { ...primary, serviceName: eventService };
    const plan: QueryPlan = {
      kind: "QueryPlan",
      node: { kind: "Sequence", nodes: rest ? [fetched, rest] : [fetched] },
    };
    const services = Object.fromEntries(
      [...supergraph().subgraphs.keys()].map((name) => [name, dataSource(name)]),
    );
    const request = { variables: operation.variableValues ?? {} };
    const context: Partial<StockContext> = { request, context: { caller }, metrics: {} };
    const operationDocument = document;
    return executeQueryPlan(
      plan,
      { ...services, [eventService]: source },
      context as StockContext,
      buildOperationContext({ schema, operationDocument, ...(operationName ? { operationName } : {}) }),
      supergraphSchema,
      apiSchema,
    );
  };

  return async (operation) => {
    const current = currentPlanner();
    const node = current.planOf(operation);
    const leaving = new AbortController();
    const { viewer } = operation.contextValue.authenticated;
    const upstream = openUpstream(supergraph(), node.primary, operation);
    async function* events(): AsyncGenerator<ExecutionResult, void, void> {
      for await (const event of upstream.events) {
        const caller = { viewer, traceId: newTraceId(), signal: leaving.signal };
        const { data, errors } = await complete(current, node, operation, event, caller);
        yield { ...(errors ? { errors } : {}), data: data ?? null };
      }
    }
    return closable(events(), () => {
      leaving.abort();
      upstream.close();
    });
  };
}

function createPlanner(sdl: string): Planner {
  const planned = PlannedSupergraph.build(sdl);
  const queryPlanner = new QueryPlanner(planned);
  const plans = new WeakMap<DocumentNode, Map<string, SubscriptionNode>>();
  const apiSchema = planned.apiSchema();
  return {
    sdl,
    supergraphSchema: planned.schema.toGraphQLJSSchema(),
    apiSchema,
    planOf({ document, operationName }) {
      const ofDocument = plans.get(document) ?? new Map();
      plans.set(document, ofDocument);
      const known = ofDocument.get(operationName ?? "");
      if (known) return known;
      const operation = operationFromDocument(apiSchema, document, operationName ? { operationName } : {});
      const { node } = queryPlanner.buildQueryPlan(operation);
      if (node?.kind !== "Subscription") throw new GatewayRefusal("SUBSCRIPTION_NOT_SUPPORTED");
      ofDocument.set(operationName ?? "", node);
      return node;
    },
  };
}

interface Upstream {
  events: AsyncIterable<ExecutionResult>;
  close(): void;
}

function openUpstream({ subgraphs }: Supergraph, primary: FetchNode, operation: SocketOperation): Upstream {
  const url = (subgraphs.get(primary.serviceName) ?? "").replace(/^http/, "ws");
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  const given = operation.variableValues ?? {};
  const used = (primary.variableUsages ?? []).filter((name) => given[name] !== undefined);
  const variables = Object.fromEntries(used.map((name) => [name, given[name]]));
  const events = client.iterate({ query: primary.operation, variables }) as AsyncIterable<ExecutionResult>;
  return { events: named(events, primary.serviceName), close: () => void client.dispose() };
}

/** What breaks the stream ends the subscription with an error that names the subgraph. */
async function* named(
  events: AsyncIterable<ExecutionResult>,
  serviceName: string,
): AsyncGenerator<ExecutionResult> {
  try {
    yield* events;
  } catch (error) {
    const told = Array.isArray(error) ? (error as GraphQLError[]) : [];
    const errors = told.length > 0 ? told : [new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName })];
    yield { data: null, errors };
  }
}
