import { serviceMain } from "@campus-graph/kit/service-main";
import { bindingConfiguration } from "./config.js";

await serviceMain(bindingConfiguration, async (config) =>
  (await import("./subgraph.js")).createBinding(config),
);
