import type { SubgraphConfig } from "@campus-graph/kit/ops/config";
import { createSubgraph, type RunningSubgraph, type SubgraphOptions } from "@campus-graph/kit/subgraph";
import { migrations } from "../migrations/index.js";
import { librarySchema } from "./graphql/schema.js";
import { reactions } from "./reactions/reactions.js";
import { refusals } from "./refusals.js";

/** Serves library cards: the smallest subgraph that stands beside the city's own. */
export function createLibrary(
  config: SubgraphConfig,
  options: SubgraphOptions = {},
): Promise<RunningSubgraph> {
  return createSubgraph<unknown>(
    {
      name: "library",
      config,
      entities: [],
      migrations,
      schema: librarySchema().schema,
      refusals,
      reactions,
      services: undefined,
    },
    options,
  );
}
