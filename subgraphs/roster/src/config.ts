import type { SubgraphConfig } from "@campus-graph/kit/config";

/** Roster needs only what every subgraph needs. */
export type RosterConfig = SubgraphConfig;
