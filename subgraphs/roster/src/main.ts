import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { rosterConfiguration } from "./config.js";

await serviceMain(rosterConfiguration, async (config) =>
  (await import("./subgraph.js")).createRoster(config),
);
