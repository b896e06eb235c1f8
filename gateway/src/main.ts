import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { gatewayConfiguration } from "./read-environment.js";

await serviceMain(gatewayConfiguration, async ({ pluginModules, ...config }) => {
  const { loadPlugins } = await import("./operations/operator-plugins.js");
  const plugins = await loadPlugins(pluginModules);
  return (await import("./gateway.js")).createGateway({ ...config, plugins });
});
