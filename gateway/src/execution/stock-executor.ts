import { createHash } from "node:crypto";
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { ConfigurationError } from "@campus-graph/kit/environment";
import type { Log } from "@campus-graph/kit/log";
import { type ExecutionResult, type GraphQLSchema, getOperationAST } from "graphql";
import { isUnknown } from "../errors/present.js";
import { plannerConfig } from "../planning/planner-config.js";
import type { SupergraphFollower } from "../subgraphs/supergraph.js";
import type { Executor, Operation } from "./executor.js";
import { quietLogger } from "./quiet-logger.js";

type StockContext = Parameters<ApolloGateway["executor"]>[0];

/** Apollo's planner and executor, as our {@link Executor}. */
export interface StockExecutor extends Executor {
  /** Tells the client-facing schema now and whenever it changes, with its supergraph. Returns how to stop it. */
  onSchema(listener: (schemas: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void;
  stop(): Promise<void>;
}

interface Options {
  supergraph: SupergraphFollower;
  dataSource: (subgraph: string) => GraphQLDataSource;
  log: Log;
}

export async function createStockExecutor({ supergraph, dataSource, log }: Options): Promise<StockExecutor> {
  // The gateway otherwise makes an exporter that sends figures to its vendor.
  process.env.APOLLO_TELEMETRY_DISABLED = "true";
  const apollo = new ApolloGateway({
    supergraphSdl: async ({ update }) => {
      supergraph.onChange(({ sdl }) => update(sdl));
      return { supergraphSdl: supergraph.current().sdl };
    },
    buildService: ({ name }) => dataSource(name),
    logger: quietLogger(log),
    queryPlannerConfig: plannerConfig,
    __exposeQueryPlanExperimental: false,
  });
  let schema: GraphQLSchema | undefined;
  apollo.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });

  await apollo.load({ apollo: {} }).catch((error: Error) => {
    throw unusable(error);
  });

  return {
    onSchema(listener) {
      if (schema) listener({ apiSchema: schema, coreSupergraphSdl: supergraph.current().sdl });
      return apollo.onSchemaLoadOrUpdate(listener);
    },
    stop: () => apollo.stop(),
    schema() {
      if (!schema) throw new Error("The supergraph is not loaded yet.");
      return schema;
    },
    async execute(operation): Promise<ExecutionResult> {
      const { data, errors } = await apollo.executor(stockContext(operation));
      for (const error of errors ?? [])
        if (isUnknown(error)) log.error({ err: error, traceId: operation.caller.traceId }, "a fetch failed");
      return { ...(errors ? { errors } : {}), ...(data === undefined ? {} : { data }) };
    },
  };
}

/** Its words are of what the supergraph asks for that nobody here can do: `@authenticated`, `@context`, connectors. */
function unusable({ message }: Error): ConfigurationError {
  // A heading, its first cause, and where in the text that is.
  const [heading, cause = heading] = message.split("\n").flatMap((line) => line.trim() || []);
  const what = `The supergraph cannot be run: ${cause}.`;
  const remedy = "Compose it without that directive, or run it by a gateway that knows it.";
  return new ConfigurationError([{ variable: "SUPERGRAPH", what, remedy }]);
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
