import { ConfigurationError } from "@campus-graph/kit/ops/environment";
import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { gatewayConfiguration } from "./read-environment.js";

await serviceMain(gatewayConfiguration, async ({ pluginModules, ...config }) => {
  const { loadPlugins } = await import("./operations/operator-plugins.js");
  const plugins = await loadPlugins(pluginModules).catch((error: Error) => {
    const remedy = "Mend the module, or take it out of APOLLO_PLUGINS.";
    throw new ConfigurationError([{ variable: "APOLLO_PLUGINS", what: error.message, remedy }]);
  });
  return (await import("./gateway.js")).createGateway({ ...config, plugins });
});
