import { serviceMain } from "@campus-graph/kit/service-main";
import { rosterConfiguration } from "./config.js";

await serviceMain(rosterConfiguration, async (config) =>
  (await import("./subgraph.js")).createRoster(config),
);
