import { readSubgraphConfig, subgraphVariables } from "@campus-graph/kit/config";
import { declareConfiguration } from "@campus-graph/kit/environment";

export const libraryConfiguration = declareConfiguration(subgraphVariables, (read) =>
  readSubgraphConfig(read, { rings: [] }),
);
