import { readSubgraphConfig, type SubgraphConfig, subgraphVariables } from "@campus-graph/kit/ops/config";
import { declareConfiguration } from "@campus-graph/kit/ops/environment";

/** Binding needs nothing beyond what every subgraph does; its keys file also holds the rings person, match and declaration. */
export type BindingConfig = SubgraphConfig;

export const bindingConfiguration = declareConfiguration(subgraphVariables, (read) =>
  readSubgraphConfig(read, { rings: ["person", "match", "declaration"] }),
);
