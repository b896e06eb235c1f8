import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Log } from "@campus-graph/kit/ops/log";
import { GatewayRefusal } from "../errors/refusal.js";
import { securityHeaders } from "./headers.js";
import { listenProblem } from "./listen-problem.js";
import { sendRefusal } from "./send-response.js";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** One way in: the first row whose path fits answers. A path ending in `/*` fits itself and everything under it. */
export type Routes = readonly (readonly [path: string, handler: Handler])[];

export interface HttpServer {
  url: string;
  /** From now on every connection ends with its next answer, so that clients turn elsewhere without losing one. */
  sendElsewhere(): void;
  /** Refuses new connections, lets running requests end, then cuts what is left. */
  close(): Promise<void>;
}

interface Options {
  host: string;
  port: number;
  routes: Routes;
  upgrade: UpgradeHandler;
  log: Log;
  /** How long a connection may stand still in the midst of a request or its answer. */
  stuckMs?: number;
  /** Which variables the operator gave its address by, for the sentence where nobody can listen there. */
  variables?: { host: string; port: string };
}

const drainMs = 5_000;
const limits: ServerOptions = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  // Some clients offer another HTTP with every request, and take this one when nothing comes of it.
  shouldUpgradeCallback: ({ headers }) => /^websocket$/i.test(headers.upgrade ?? ""),
};

export async function startHttpServer({
  host,
  port,
  routes,
  upgrade,
  log,
  stuckMs = 60_000,
  variables = { host: "HOST", port: "PORT" },
}: Options): Promise<HttpServer> {
  let isLeaving = false;
  const server = createServer(limits, (request, response) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    if (isLeaving) response.setHeader("connection", "close");
    answer(routes, request, response).catch((err: unknown) => {
      if (err instanceof GatewayRefusal && !response.headersSent)
        return sendRefusal(request, response, err.code);
      // A client that closed the connection in the midst of its request is no fault of ours.
      if (request.destroyed && !request.complete) return;
      log.error({ err, place: placeOf(request) }, "a request failed");
      if (response.headersSent) response.destroy();
      else sendRefusal(request, response, "INTERNAL");
    });
  });
  // Who takes nothing of an answer must not hold it in memory for good.
  server.timeout = stuckMs;
  // Longer than a balancer's own, so that it is never we who close a connection that it is about to use.
  server.keepAliveTimeout = 65_000;
  server.on("upgrade", upgrade);
  server.listen(port, host);
  await listening(server).catch((error) => {
    throw listenProblem(error, { host, port, variables });
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    sendElsewhere() {
      isLeaving = true;
    },
    close() {
      isLeaving = true;
      return close(server);
    },
  };
}

export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

/** What of a path may be logged: beneath it there may be a link that opens a document. */
function placeOf(request: IncomingMessage): string {
  return /^\/[^/]*/.exec(pathOf(request))?.[0] ?? "";
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  const [, handler] = routes.find(([route]) => fits(path, route)) ?? [];
  if (!handler) return sendRefusal(request, response, "NOT_FOUND");
  await handler(request, response);
}

function fits(path: string, route: string): boolean {
  if (!route.endsWith("/*")) return path === route;
  const root = route.slice(0, -2);
  return path === root || path.startsWith(`${root}/`);
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(cut);
}
