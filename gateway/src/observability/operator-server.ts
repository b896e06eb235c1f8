import type { Log } from "@campus-graph/kit/ops/log";
import { type Handler, type HttpServer, startHttpServer } from "../http/server.js";
import type { Metrics } from "./metrics.js";

interface Options {
  host: string;
  port: number;
  metrics: Metrics;
  readyz: Handler;
  log: Log;
}

/** The operator's HTTP server, on a port of its own that the public never reaches. */
export function startOperatorServer({ host, port, metrics, readyz, log }: Options): Promise<HttpServer> {
  const showMetrics: Handler = async (_, response) => {
    const { text, contentType } = await metrics.read();
    response.writeHead(200, { "content-type": contentType }).end(text);
  };
  const routes = [
    ["/metrics", showMetrics],
    ["/readyz", readyz],
  ] as const;
  return startHttpServer({
    host,
    port,
    routes,
    upgrade: (_, socket) => socket.destroy(),
    log,
    variables: { host: "OPERATOR_HOST", port: "OPERATOR_PORT" },
  });
}
