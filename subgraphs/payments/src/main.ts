import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { paymentsConfiguration } from "./config.js";

await serviceMain(paymentsConfiguration, async (config) =>
  (await import("./subgraph.js")).createPayments(config),
);
