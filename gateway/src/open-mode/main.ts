import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { openConfiguration } from "./configuration.js";

await serviceMain(openConfiguration, async ({ passedHeaders, pluginModules, ...settings }) => {
  const { readPassHeaders } = await import("../subgraphs/passed-headers.js");
  const { loadPlugins } = await import("../operations/operator-plugins.js");
  const { createOpenGateway } = await import("./gateway.js");
  const plugins = await loadPlugins(pluginModules);
  const gateway = await createOpenGateway({
    ...settings,
    plugins,
    passHeaders: readPassHeaders(passedHeaders),
  });
  process.stdout.write(
    `OPEN MODE: ${settings.supergraph.file} at ${gateway.url}/graphql, for everybody: no sign-in, no limits, nothing signed.\n`,
  );
  return gateway;
});
