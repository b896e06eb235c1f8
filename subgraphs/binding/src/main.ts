import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { bindingConfiguration } from "./config.js";

await serviceMain(bindingConfiguration, async (config) =>
  (await import("./subgraph.js")).createBinding(config),
);
