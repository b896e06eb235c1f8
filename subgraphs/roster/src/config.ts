import { readSubgraphConfig, type SubgraphConfig, subgraphVariables } from "@campus-graph/kit/ops/config";
import { declareConfiguration } from "@campus-graph/kit/ops/environment";

/** Roster needs only what every subgraph needs; its keys file also holds the rings person, match and staff. */
export type RosterConfig = SubgraphConfig;

export const rosterConfiguration = declareConfiguration(subgraphVariables, (read) =>
  readSubgraphConfig(read, { rings: ["person", "match", "staff"] }),
);
