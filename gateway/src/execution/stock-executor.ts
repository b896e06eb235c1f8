import { createHash } from "node:crypto";
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import type { Log } from "@campus-graph/kit/ops/log";
import { type ExecutionResult, getOperationAST } from "graphql";
import { isUnknown } from "../errors/present-error.js";
import { plannerConfig } from "../planning/planner-config.js";
import type { Executor, Operation } from "./executor-types.js";
import { quietLogger } from "./quiet-logger.js";

type StockContext = Parameters<ApolloGateway["executor"]>[0];

export interface StockExecutor extends Pick<Executor, "execute"> {
  stop(): Promise<void>;
}

interface Options {
  /** The supergraph's text at this moment. */
  sdl: () => string;
  dataSource: (subgraph: string) => GraphQLDataSource;
  log: Log;
}

/**
 * Apollo's planner and executor. Made over a supergraph when the first operation comes that is theirs: that takes as
 * long as all else which is made of a changed supergraph, holds up whatever runs, and production hardly ever needs it, where
 * introspection is off.
 */
export function createStockExecutor({ sdl, dataSource, log }: Options): StockExecutor {
  let known: { sdl: string; gateway: Promise<ApolloGateway> } | undefined;

  const load = async (supergraphSdl: string): Promise<ApolloGateway> => {
    // It otherwise makes an exporter that sends figures to its vendor.
    process.env.APOLLO_TELEMETRY_DISABLED = "true";
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }) => dataSource(name),
      logger: quietLogger(log),
      queryPlannerConfig: plannerConfig,
      __exposeQueryPlanExperimental: false,
    });
    await gateway.load({ apollo: {} });
    return gateway;
  };

  const current = (): Promise<ApolloGateway> => {
    const text = sdl();
    if (known?.sdl === text) return known.gateway;
    known?.gateway.then((before) => before.stop()).catch(() => undefined);
    known = { sdl: text, gateway: load(text) };
    return known.gateway;
  };

  return {
    async execute(operation): Promise<ExecutionResult> {
      const apollo = await current();
      const { data, errors } = await apollo.executor(stockContext(operation));
      for (const error of errors ?? [])
        if (isUnknown(error)) log.error({ err: error, traceId: operation.caller.traceId }, "a fetch failed");
      return { ...(errors ? { errors } : {}), ...(data === undefined ? {} : { data }) };
    },
    async stop() {
      const apollo = await known?.gateway.catch(() => undefined);
      await apollo?.stop();
    },
  };
}

/** What Apollo's executor reads of a request context. */
function stockContext(operation: Operation): StockContext {
  const { document, source, operationName, variables, caller } = operation;
  const context: Partial<StockContext> = {
    request: { query: source, variables: { ...variables }, ...(operationName ? { operationName } : {}) },
    context: { caller },
    document,
    source,
    queryHash: createHash("sha256").update(source).digest("hex"),
    operationName: operationName ?? null,
    operation: getOperationAST(document, operationName) ?? undefined,
    metrics: {},
  };
  return context as StockContext;
}
