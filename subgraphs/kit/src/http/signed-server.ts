import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { KeyRing } from "../auth/keys.js";
import { behindAnswer, type Verified, type Viewer, verifyRequest } from "../auth/viewer.js";
import type { Log } from "../ops/log.js";
import { noTracing, type Tracing, traceparentHeader } from "../ops/tracing.js";

/** A signed request with its body read; answers with a status and something for JSON, or with text that is JSON already. */
export type SignedHandler = (request: {
  verified: Verified;
  body: string;
}) => Promise<{ status: number; body: object | string }>;

/** A signed forward whose body is still streaming, e.g. the sign-in pages. */
export type ForwardHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  verified: Verified,
) => void | Promise<void>;

/** A path at which a signed upgrade opens a socket. */
export interface SocketPath {
  path: string;
  /** False: the upgrade came before. */
  admit(verified: Verified): Promise<boolean>;
  open(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface SignedServerOptions {
  /** The subgraph's name: signatures made for another are refused. */
  audience: string;
  ring: KeyRing;
  host: string;
  port: number;
  log: Log;
  tracing?: Tracing;
  /** `POST` paths whose body is small JSON. */
  posts: Readonly<Record<string, SignedHandler>>;
  /** Path prefixes answered by a handler of their own, e.g. `/sso`. */
  forwards: Readonly<Record<string, ForwardHandler>>;
  /** Left out: a request for an upgrade is answered as if it were none. */
  sockets?: SocketPath | undefined;
  /** Whether the viewer would find here what was taken from them. */
  isBehind?: (viewer: Viewer) => Promise<boolean>;
  /** What is not ready yet, in a word each; empty when the subgraph can serve. */
  notReady: () => Promise<string[]>;
}

/** Larger bodies than this never come from our gateway. */
const largestBodyBytes = 1_000_000;

/**
 * The only way into a subgraph. Health is open; everything else must bear the gateway's signature over audience,
 * method, path, body and viewer, or is answered 401 without a reason.
 */
export async function startSignedServer(
  options: SignedServerOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { sockets } = options;
  const shouldUpgradeCallback = (request: IncomingMessage) => pathOf(request) === sockets?.path;
  const server = createServer({ shouldUpgradeCallback }, (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.log.error({ err: error, path: pathOf(request) }, "a request failed");
      if (!response.headersSent) send(response, 500, { error: "INTERNAL" });
      else response.destroy();
    });
  });
  if (sockets)
    server.on("upgrade", (request, socket, head) => {
      upgrade(options, sockets, request, socket, head).catch((error: unknown) => {
        options.log.error({ err: error, path: pathOf(request) }, "an upgrade failed");
        socket.destroy();
      });
    });
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.host, options.port);
  return { url: `http://${options.host}:${port}`, close: () => close(server) };
}

async function answer(
  options: SignedServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request);
  if (path === "/healthz") return send(response, 200, { status: "ok" });
  if (path === "/readyz") {
    const waitingFor = await options.notReady();
    return send(response, waitingFor.length === 0 ? 200 : 503, {
      ready: waitingFor.length === 0,
      waitingFor,
    });
  }
  const forward = Object.entries(options.forwards).find(([prefix]) => isUnder(path, prefix))?.[1];
  const body = forward ? null : await read(request);
  if (body === undefined) return send(response, 413, { error: "BODY_TOO_LARGE" });
  const verified = verifyRequest(
    options.ring,
    { audience: options.audience, method: request.method ?? "", path: request.url ?? "", body },
    request.headers,
  );
  if (!verified) return send(response, 401, { error: "UNAUTHENTICATED" });
  if (await options.isBehind?.(verified.viewer)) return send(response, 503, behindAnswer);
  if (forward) return forward(request, response, verified);
  const post = request.method === "POST" ? options.posts[path] : undefined;
  if (!post) return send(response, 404, { error: "NOT_FOUND" });
  const { status, body: answered } = await (options.tracing ?? noTracing).span(
    `${options.audience} ${path}`,
    { kind: "server", traceId: verified.traceId, parent: parentOf(request) },
    () => post({ verified, body: body!.toString("utf8") }),
  );
  send(response, status, answered);
}

async function upgrade(
  { audience, ring }: SignedServerOptions,
  sockets: SocketPath,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  // Nobody else listens yet: the fault of one who has hung up would end the process.
  const ignore = () => undefined;
  socket.on("error", ignore);
  const signed = { audience, method: request.method ?? "", path: request.url ?? "", body: "" };
  const verified = verifyRequest(ring, signed, request.headers);
  if (!verified || !(await sockets.admit(verified))) {
    const text = JSON.stringify({ error: "UNAUTHENTICATED" });
    socket.once("finish", () => socket.destroy());
    socket.end(
      `HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    );
    return;
  }
  socket.off("error", ignore);
  sockets.open(request, socket, head);
}

function parentOf({ headers }: IncomingMessage): string | undefined {
  const parent = headers[traceparentHeader];
  return typeof parent === "string" ? parent : undefined;
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0]!;
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, body: object | string): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "private, no-store",
  });
  response.end(text);
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const drained = setTimeout(() => server.closeAllConnections(), 3_000);
  await closed;
  clearTimeout(drained);
}
