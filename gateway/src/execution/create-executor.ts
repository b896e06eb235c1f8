import type { Log } from "@campus-graph/kit/log";
import { createPlannings } from "../planning/plannings.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { createDataSource } from "../subgraphs/data-source.js";
import type { SupergraphFollower } from "../subgraphs/supergraph.js";
import type { OnFault } from "./field-faults.js";
import { createOwnExecutor, type OwnExecutor, type Planned } from "./own-executor.js";
import { createStockExecutor, type StockExecutor } from "./stock-executor.js";

/** Our executor, ready to plan over the supergraph, and who says which schema clients see. */
export interface ExecutorAndSchemas extends AsyncDisposable {
  executor: OwnExecutor;
  schemas: StockExecutor;
}

interface Options {
  supergraph: SupergraphFollower;
  client: SubgraphClient;
  onFault: OnFault;
  onPlanned?: ((outcome: Planned) => void) | undefined;
  log: Log;
}

export async function createExecutor({
  supergraph,
  client,
  onFault,
  onPlanned,
  log,
}: Options): Promise<ExecutorAndSchemas> {
  const plannings = createPlannings();
  // Before the stock executor's, so that one which cannot be planned over is taken up by neither.
  supergraph.onChange(({ sdl }) => plannings.prepare(sdl));
  const stock = await createStockExecutor({
    supergraph,
    dataSource: (name) => createDataSource(name, client),
    log,
  });
  const sdl = () => supergraph.current().sdl;
  plannings.prepare(sdl());
  const executor = createOwnExecutor({ client, sdl, plannings, stock, log, onFault, onPlanned });
  return { executor, schemas: stock, [Symbol.asyncDispose]: () => stock.stop() };
}
