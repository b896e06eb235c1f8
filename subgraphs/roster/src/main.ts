import { readSubgraphConfig } from "@campus-graph/kit/config";
import { createRoster } from "./subgraph.js";

const roster = await createRoster(readSubgraphConfig(process.env));
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    roster.stop().then(() => process.exit(0));
  });
