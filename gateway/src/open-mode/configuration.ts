import { logLevels } from "@campus-graph/kit/ops/config";
import { declareConfiguration } from "@campus-graph/kit/ops/environment";

/** What open mode reads. It has no service's configuration: nobody signs in there, and it has no database. */
export const openVariables = {
  SUPERGRAPH: "the composed supergraph",
  HOST: "the address to listen on; 127.0.0.1",
  PORT: "where to listen; 4000",
  LOG_LEVEL: "`error`, `warn`, `info` or `debug`; `warn`",
  PASS_HEADERS:
    "headers of a client's request that go along with the fetches made for it, with commas between",
  APOLLO_PLUGINS: "plugins of Apollo Server, as for the gateway of the city",
};

export const openConfiguration = declareConfiguration(openVariables, (read) => ({
  supergraph: {
    file: read.required(
      "SUPERGRAPH",
      "Say which supergraph to serve: SUPERGRAPH=<file> PORT=<port> npm run gateway",
      "請指定要服務的 supergraph：SUPERGRAPH=<檔案> PORT=<埠> npm run gateway",
    ),
  },
  host: read.text("HOST") ?? "127.0.0.1",
  port: read.port("PORT") ?? 4_000,
  logLevel: read.oneOf("LOG_LEVEL", logLevels) ?? "warn",
  passedHeaders: read.text("PASS_HEADERS"),
  pluginModules: read.text("APOLLO_PLUGINS"),
}));
