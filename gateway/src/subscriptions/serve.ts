import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Log } from "@campus-graph/kit/log";
import { type ExecutionResult, GraphQLError } from "graphql";
import { type Context, handleProtocols, makeServer } from "graphql-ws";
import { WebSocketServer } from "ws";
import type { SocketLimits } from "../config.js";
import type { UpgradeHandler } from "../door/door.js";
import { isAllowedOrigin } from "../door/headers.js";
import { newTraceId } from "../door/trace.js";
import { GatewayRefusal, presentErrors } from "../errors.js";
import type { Sent } from "../limits/admit.js";
import { type Authenticate, type Authenticated, readOrigin } from "../viewer/authenticate.js";
import type { ReadOperation, SocketOperation } from "./read-operation.js";
import { closeCodes, type Sockets } from "./sockets.js";
import { type SocketEnds, speak } from "./speak.js";

interface Options {
  path: string;
  readOperation: ReadOperation;
  authenticate: Authenticate;
  sockets: Sockets;
  limits: SocketLimits & { bodyBytes: number };
  allowedOrigins: readonly string[];
  behindProxy: boolean;
  log: Log;
  /** Runs a query or mutation. */
  execute: (operation: SocketOperation) => Promise<ExecutionResult>;
  /** Opens a subscription. */
  subscribe: (operation: SocketOperation) => Promise<AsyncGenerator<ExecutionResult> | ExecutionResult>;
}

/** What is known of a socket once it said who it is. */
interface Known extends SocketEnds {
  authenticated?: Authenticated;
}

type SocketContext = Context<Record<string, unknown>, Known>;

export interface Subscriptions {
  upgrade: UpgradeHandler;
  /** Closes every socket so that its client comes back elsewhere. */
  close(): Promise<void>;
}

/** GraphQL over WebSocket (graphql-transport-ws), on the path and under the limits of HTTP. */
export function serveSubscriptions(options: Options): Subscriptions {
  const { sockets, limits } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = makeServer<Record<string, unknown>, Known>({
    connectionInitWaitTimeout: limits.initTimeoutMs,
    onConnect: (context) => connect(context, options),
    onSubscribe: (context, _, payload) => {
      try {
        return readFrom(context, payload, options);
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },
    execute: (args) => options.execute(args as SocketOperation),
    subscribe: (args) => options.subscribe(args as SocketOperation),
    // What is sent was presented where it was read.
    onNext: (_context, _id, _payload, _args, result) => result,
    onError: ({ extra }, _id, _payload, errors) =>
      presentErrors(errors, { language: languageOf(extra), traceId: newTraceId() }) as GraphQLError[],
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { address } = readOrigin(request, options.behindProxy);
    const refused = refusalOf(request, options);
    if (refused) {
      deny(socket, refused);
      return;
    }
    if (!sockets.enter(address)) {
      deny(socket, "429 Too Many Requests");
      return;
    }
    socket.once("close", () => sockets.leave(address));
    server.handleUpgrade(request, socket, head, (opened) => {
      opened.once("close", () => sockets.release(opened));
      speak(
        protocol,
        { socket: opened, request },
        { pingIntervalMs: limits.pingIntervalMs, log: options.log },
      );
    });
  };

  return { upgrade, close: () => closeSockets(server) };
}

async function connect({ connectionParams, extra }: SocketContext, options: Options): Promise<boolean> {
  const { socket, request } = extra;
  const authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
  const refuse = (code: number, reason: string): false => {
    socket.close(code, reason);
    return false;
  };
  try {
    const origin = readOrigin(request, options.behindProxy);
    const given = typeof authorization === "string" ? authorization : undefined;
    extra.authenticated = await options.authenticate(given, origin);
    return (
      options.sockets.claim(socket, extra.authenticated) || refuse(closeCodes.forbidden, "TOO_MANY_SOCKETS")
    );
  } catch (error) {
    if (!(error instanceof GatewayRefusal)) throw error;
    const isFinal = error.code === "UNAUTHENTICATED";
    return refuse(isFinal ? closeCodes.unauthorized : closeCodes.tryAgainLater, error.code);
  }
}

/** As many as a socket may hold, each read as any operation is. */
function readFrom(
  { extra, subscriptions }: SocketContext,
  sent: Sent,
  { readOperation, limits }: Options,
): SocketOperation {
  if (!extra.authenticated) throw new GatewayRefusal("UNAUTHENTICATED");
  if (Object.keys(subscriptions).length > limits.subscriptionsPerSocket)
    throw new GatewayRefusal("TOO_MANY_SUBSCRIPTIONS");
  return readOperation(sent, extra.authenticated);
}

function languageOf({ authenticated, request }: SocketContext["extra"]) {
  return authenticated?.viewer.language ?? readOrigin(request, false).language;
}

function refusalOf(request: IncomingMessage, { path, allowedOrigins }: Options): string | null {
  if (pathOf(request) !== path) return "404 Not Found";
  return isAllowedOrigin(request, allowedOrigins) ? null : "403 Forbidden";
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "/";
}

function deny(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Clients that do not answer the close are cut after a second. */
async function closeSockets(server: WebSocketServer): Promise<void> {
  for (const socket of server.clients) socket.close(closeCodes.goingAway, "Going away");
  const cut = setTimeout(() => {
    for (const socket of server.clients) socket.terminate();
  }, 1_000);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
