import { readSubgraphConfig, type SubgraphConfig } from "@campus-graph/kit/config";

/** Binding needs nothing beyond what every subgraph does; its keys file also holds the rings person, match and declaration. */
export type BindingConfig = SubgraphConfig;

export const readBindingConfig = readSubgraphConfig;
