import { serviceMain } from "@campus-graph/kit/service-main";
import { paymentsConfiguration } from "./config.js";

await serviceMain(paymentsConfiguration, async (config) =>
  (await import("./subgraph.js")).createPayments(config),
);
