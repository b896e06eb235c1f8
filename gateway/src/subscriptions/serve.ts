import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Log } from "@campus-graph/kit/log";
import { type ExecutionResult, GraphQLError } from "graphql";
import { type Context, handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { SocketLimits } from "../config.js";
import { pathOf, type UpgradeHandler } from "../door/door.js";
import { type AllowsOrigin, mayOpenSocket } from "../door/headers.js";
import { newTraceId } from "../door/trace.js";
import { GatewayRefusal, presentErrors } from "../errors.js";
import type { Sent } from "../limits/admit.js";
import { type Authenticate, type Authenticated, readLanguage, readOrigin } from "../viewer/authenticate.js";
import { createKeepAlive } from "./keep-alive.js";
import type { ReadOperation, SocketOperation } from "./read-operation.js";
import { type Closable, closeCodes, farewellMs, type Sockets } from "./sockets.js";
import { type SocketEnds, speak } from "./speak.js";

interface Options {
  path: string;
  readOperation: ReadOperation;
  authenticate: Authenticate;
  sockets: Sockets;
  limits: SocketLimits & { bodyBytes: number };
  allowsOrigin: AllowsOrigin;
  behindProxy: boolean;
  log: Log;
  /** Runs a query or mutation. */
  execute: (operation: SocketOperation) => Promise<ExecutionResult>;
  /** Opens a subscription. */
  subscribe: (operation: SocketOperation) => Promise<AsyncGenerator<ExecutionResult> | ExecutionResult>;
}

/** What is known of a socket, at first no more than its ends. */
interface Known extends SocketEnds {
  /** How it is closed from elsewhere. */
  closable: Closable;
  authenticated?: Authenticated;
  /** What it asked for, by id: an open subscription, or null for what is not answered yet. */
  underWay?: SocketContext["subscriptions"];
  isLeaving?: boolean;
  /** Made for its first operation: a socket that waits for news holds none. */
  left?: AbortController;
}

type SocketContext = Context<Record<string, unknown>, Known>;

export interface Subscriptions {
  upgrade: UpgradeHandler;
  /** Closes every socket so that its client comes back elsewhere. */
  close(): Promise<void>;
}

/** An option of ws that its types do not know yet: clients that do not answer a close are cut after that long. */
const untyped: object = { closeTimeout: farewellMs };

/** GraphQL over WebSocket (graphql-transport-ws), on the path and under the limits of HTTP. */
export function serveSubscriptions(options: Options): Subscriptions {
  const { sockets, limits } = options;
  const open = new Set<Known>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    ...untyped,
    handleProtocols,
  });
  const keepAlive = createKeepAlive(limits.pingIntervalMs);
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
      const ends = endsOf(opened, request);
      open.add(ends);
      opened.once("close", () => {
        open.delete(ends);
        sockets.release(ends.closable);
        ends.left?.abort();
      });
      speak(protocol, ends, {
        ...limits,
        keepAlive,
        log: options.log,
        onHandled: () => leaveOnceAnswered(ends),
      });
    });
  };

  return { upgrade, close: () => closeAll(server, open).finally(keepAlive.stop) };
}

function endsOf(socket: WebSocket, request: IncomingMessage): Known {
  const ends: Known = {
    socket,
    request,
    closable: {
      close: (code, reason) => socket.close(code, reason),
      terminate: () => socket.terminate(),
      get bufferedAmount() {
        return socket.bufferedAmount;
      },
      leave() {
        ends.isLeaving = true;
        leaveOnceAnswered(ends);
      },
    },
  };
  return ends;
}

/** A client whose socket closes asks again for what it has no answer to, so it gets its answers first. */
function leaveOnceAnswered({ isLeaving, underWay = {}, socket }: Known): void {
  if (isLeaving && !Object.values(underWay).includes(null)) socket.close(closeCodes.goingAway, "Going away");
}

async function connect(context: SocketContext, options: Options): Promise<boolean> {
  const { extra, connectionParams = {}, subscriptions } = context;
  const { socket, request } = extra;
  const authorization = connectionParams.authorization ?? connectionParams.Authorization;
  const { language } = connectionParams;
  // Whatever else stood there, up to a whole message, is not kept for as long as the socket lives.
  (context as { connectionParams?: unknown }).connectionParams = undefined;
  extra.underWay = subscriptions;
  const refuse = (code: number, reason: string): false => {
    socket.close(code, reason);
    return false;
  };
  try {
    const origin = {
      ...readOrigin(request, options.behindProxy),
      // A browser sets no headers on a socket, and its own language need not be the app's.
      ...(typeof language === "string" && { language: readLanguage(language) }),
    };
    const given = typeof authorization === "string" ? authorization : undefined;
    extra.authenticated = await options.authenticate(given, origin);
    // Who hung up meanwhile has been released already, and would hold a place for good.
    if (socket.readyState !== socket.OPEN) return false;
    return (
      options.sockets.claim(extra.closable, extra.authenticated) ||
      refuse(closeCodes.forbidden, "TOO_MANY_SOCKETS")
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
  extra.left ??= new AbortController();
  return readOperation(sent, extra.authenticated, extra.left.signal);
}

function languageOf({ authenticated, request }: SocketContext["extra"]) {
  return authenticated?.viewer.language ?? readOrigin(request, false).language;
}

function refusalOf(request: IncomingMessage, { path, allowsOrigin }: Options): string | null {
  if (pathOf(request) !== path) return "404 Not Found";
  return mayOpenSocket(request, allowsOrigin) ? null : "403 Forbidden";
}

function deny(socket: Duplex, status: string): void {
  // Nobody else listens to it any more: the fault of a client that has hung up would end the process.
  socket.on("error", () => undefined);
  // Nobody reads it any more either, so it would never be seen to close.
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** How long what is under way may still take. */
const drainMs = 5_000;

async function closeAll(server: WebSocketServer, open: ReadonlySet<Known>): Promise<void> {
  for (const { closable } of open) closable.leave();
  const cut = setTimeout(() => {
    for (const socket of server.clients) socket.terminate();
  }, drainMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
