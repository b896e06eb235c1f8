import type { Log } from "@campus-graph/kit/ops/log";
import type { GraphQLSchema } from "graphql";
import { createPlanningBySupergraph } from "../planning/planning-by-supergraph.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { createDataSource } from "../subgraphs/data-source.js";
import type { SupergraphFollower } from "../subgraphs/follow-supergraph.js";
import { unusableSupergraph } from "../subgraphs/supergraph-problem.js";
import type { OnFault } from "./field-faults.js";
import { createOwnExecutor, type OwnExecutor, type Planned } from "./own-executor.js";
import { createStockExecutor } from "./stock-executor.js";

/** Says which schema clients see, with its supergraph. */
export interface Schemas {
  current(): GraphQLSchema;
  /** Tells it now and whenever it changes. Returns how to stop it. */
  follow(listener: (schemas: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void;
}

export interface ExecutorAndSchemas extends AsyncDisposable {
  executor: OwnExecutor;
  schemas: Schemas;
}

interface Options {
  supergraph: SupergraphFollower;
  client: SubgraphClient;
  onFault: OnFault;
  onPlanned?: ((outcome: Planned) => void) | undefined;
  log: Log;
}

/** Our executor, ready to plan over the supergraph, and over each later one before that is served. */
export async function assembleExecutor({
  supergraph,
  client,
  onFault,
  onPlanned,
  log,
}: Options): Promise<ExecutorAndSchemas> {
  const plannings = createPlanningBySupergraph();
  const sdl = () => supergraph.current().sdl;
  await plannings.prepare(sdl()).catch((error: Error) => {
    throw unusableSupergraph(error, supergraph.file);
  });
  supergraph.beforeChange((next) => plannings.prepare(next.sdl));
  const dataSource = (name: string) => createDataSource(name, client);
  const stock = createStockExecutor({ sdl, dataSource, log });
  const executor = createOwnExecutor({ client, sdl, plannings, stock, log, onFault, onPlanned });
  const schemas: Schemas = {
    current: executor.schema,
    follow(listener) {
      let follows = true;
      const publish = (text: string) => {
        if (follows) listener({ apiSchema: plannings.of(text).clientSchema, coreSupergraphSdl: text });
      };
      publish(sdl());
      supergraph.onChange((next) => publish(next.sdl));
      return () => {
        follows = false;
      };
    },
  };
  return { executor, schemas, [Symbol.asyncDispose]: () => stock.stop() };
}
