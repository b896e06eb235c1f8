import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { libraryConfiguration } from "./config.js";

await serviceMain(libraryConfiguration, async (config) =>
  (await import("./subgraph.js")).createLibrary(config),
);
