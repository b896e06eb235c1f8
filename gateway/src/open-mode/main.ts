import { ConfigurationError } from "@campus-graph/kit/ops/environment";
import { serviceMain } from "@campus-graph/kit/ops/service-main";
import { openConfiguration } from "./configuration.js";
import { openProblem } from "./problems.js";

await serviceMain(openConfiguration, async ({ passedHeaders, pluginModules, ...settings }) => {
  const { readPassHeaders } = await import("../subgraphs/passed-headers.js");
  const { loadPlugins } = await import("../operations/operator-plugins.js");
  const { createOpenGateway } = await import("./gateway.js");
  const plugins = await loadPlugins(pluginModules).catch((error: Error) => {
    throw wrong("APOLLO_PLUGINS", error, "Mend the module, or take it out of APOLLO_PLUGINS.");
  });
  const gateway = await createOpenGateway({
    ...settings,
    plugins,
    passHeaders: passing(passedHeaders, readPassHeaders),
  }).catch((error: unknown) => {
    throw openProblem(error, { ...settings, file: settings.supergraph.file });
  });
  process.stdout.write(
    `OPEN MODE: ${settings.supergraph.file} at ${gateway.url}/graphql, for everybody: no sign-in, no limits, nothing signed.\n`,
  );
  return gateway;
});

function passing<T>(names: string | undefined, read: (names?: string) => T): T {
  try {
    return read(names);
  } catch (error) {
    throw wrong("PASS_HEADERS", error as Error, "Take it out of PASS_HEADERS.");
  }
}

function wrong(variable: string, { message }: Error, remedy: string): ConfigurationError {
  return new ConfigurationError([{ variable, what: message, remedy }]);
}
