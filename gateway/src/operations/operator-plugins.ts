import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ApolloServerPlugin } from "@apollo/server";
import { ConfigurationError } from "@campus-graph/kit/ops/environment";

/**
 * Apollo Server plugins of the operator's, from modules named in a list with commas: packages, or files from `./` or
 * `/` on. A module's default export is a plugin, a list of them, or a function that gives either. Throws a
 * {@link ConfigurationError} for a module that cannot be used.
 */
export async function loadPlugins(modules = ""): Promise<ApolloServerPlugin[]> {
  const names = modules
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return (await Promise.all(names.map(loadFrom))).flat();
}

async function loadFrom(name: string): Promise<ApolloServerPlugin[]> {
  const exported = await importDefault(name);
  const given: unknown = typeof exported === "function" ? await exported() : exported;
  const plugins: unknown[] = Array.isArray(given) ? given : [given];
  if (!plugins.every(isPlugin))
    throw unusable(
      `APOLLO_PLUGINS: the default export of ${name} is neither a plugin nor a list of plugins.`,
      `APOLLO_PLUGINS：${name} 的 default export 不是 plugin，也不是 plugin 的清單。`,
    );
  return plugins;
}

async function importDefault(name: string): Promise<unknown> {
  const specifier = /^[./]/.test(name) ? pathToFileURL(resolve(name)).href : name;
  try {
    const loaded = (await import(specifier)) as { default?: unknown };
    const { default: exported } = loaded;
    // A CommonJS module that was compiled from an ES module keeps its default export one step further in.
    return typeof exported === "object" && exported !== null && "default" in exported
      ? exported.default
      : exported;
  } catch (cause) {
    throw unusable(
      `APOLLO_PLUGINS: ${name} cannot be loaded: ${String(cause)}`,
      `APOLLO_PLUGINS：無法載入 ${name}：${String(cause)}`,
    );
  }
}

function unusable(what: string, zh: string): ConfigurationError {
  const remedy = "Mend the module, or take it out of APOLLO_PLUGINS.";
  const zhRemedy = "請修正該模組，或從 APOLLO_PLUGINS 移除。";
  return new ConfigurationError([
    { variable: "APOLLO_PLUGINS", what, remedy, zh: { what: zh, remedy: zhRemedy } },
  ]);
}

const hooks = [
  "serverWillStart",
  "requestDidStart",
  "unexpectedErrorProcessingRequest",
  "invalidRequestWasReceived",
];

function isPlugin(value: unknown): value is ApolloServerPlugin {
  return typeof value === "object" && value !== null && hooks.some((hook) => hook in value);
}
