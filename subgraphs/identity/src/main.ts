import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { identityConfiguration } from "./config.js";

await serviceMain(identityConfiguration, async (config) =>
  (await import("./subgraph.js")).createIdentity(config),
);
