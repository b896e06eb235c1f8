import { readSubgraphConfig, subgraphVariables } from "@campus-graph/kit/ops/config";
import { declareConfiguration } from "@campus-graph/kit/ops/environment";

export const libraryConfiguration = declareConfiguration(subgraphVariables, (read) =>
  readSubgraphConfig(read, { rings: [] }),
);
