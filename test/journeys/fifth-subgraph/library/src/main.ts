import { serviceMain } from "@campus-graph/kit/service-main";
import { libraryConfiguration } from "./config.js";

await serviceMain(libraryConfiguration, async (config) =>
  (await import("./subgraph.js")).createLibrary(config),
);
