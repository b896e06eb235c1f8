import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Log } from "@campus-graph/kit/ops/log";
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from "graphql";
import { type Context, handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { presentErrors } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import type { AllowsOrigin } from "../http/headers.js";
import type { UpgradeHandler } from "../http/server.js";
import { readGraphQLParams } from "../operations/graphql-params.js";
import type { Outcome, RunOverSocket } from "../operations/run-over-socket.js";
import type { PassHeaders } from "../subgraphs/passed-headers.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import { type Authenticate, readAddressAndLanguage, readLanguage } from "../viewer/authenticate.js";
import { readCredentials } from "../viewer/credentials.js";
import { RenewedViewer } from "../viewer/renewed-viewer.js";
import { attachProtocol, type SocketEnds } from "./attach-protocol.js";
import {
  type ConnectionRegister,
  closeCodes,
  closeTimeoutMs,
  type OpenConnection,
} from "./connection-register.js";
import { createKeepAlive } from "./keep-alive.js";
import { denyUpgrade, refusalOfUpgrade } from "./refuse-upgrade.js";
import type { Subscribe } from "./subscribe.js";
import type { SocketLimits } from "./subscription-limits.js";

interface Options {
  path: string;
  /** Runs queries and mutations, and prepares subscriptions. */
  run: RunOverSocket;
  /** Opens a subscription. */
  subscribe: Subscribe;
  authenticate: Authenticate;
  /** Whose session cookies count; null: none do. */
  publicUrl: string | null;
  connections: ConnectionRegister;
  limits: SocketLimits & { bodyBytes: number };
  allowsOrigin: AllowsOrigin;
  behindProxy: boolean;
  /** Left out: none are. */
  passHeaders?: PassHeaders;
  log: Log;
}

/** What is known of a socket, at first no more than its ends. */
interface Known extends SocketEnds {
  /** How it is closed from elsewhere. */
  connection: OpenConnection;
  authenticated?: RenewedViewer;
  /** Its operations by id: an open subscription, or null for one that is not answered yet. */
  underWay?: SocketContext["subscriptions"];
  isLeaving?: boolean;
  /** Made for its first operation: a socket that waits for news holds none. */
  disconnected?: AbortController;
}

type SocketContext = Context<Record<string, unknown>, Known>;

export interface SocketServer {
  upgrade: UpgradeHandler;
  /** Closes every socket so that its client comes back elsewhere. */
  close(): Promise<void>;
}

/** An option of ws that its types do not know yet: clients that do not answer a close are cut after that long. */
const untyped: object = { closeTimeout: closeTimeoutMs };

/** GraphQL over WebSocket (graphql-transport-ws), on the path and under the limits of HTTP. */
export function serveSockets(options: Options): SocketServer {
  const { connections, limits } = options;
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
    onSubscribe: async (context, _, payload) => {
      try {
        const outcome = await run(context, payload, options);
        return "refused" in outcome ? outcome.refused.map(asPresented) : argsOf(outcome);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        const reader = { language: languageOf(context.extra), traceId: newTraceId() };
        return presentErrors([error], reader).map(asPresented);
      }
    },
    execute: ({ contextValue }) => (contextValue as Ran).result,
    subscribe: ({ contextValue }) => options.subscribe((contextValue as Opened).subscription),
    // What is sent was presented where it was read.
    onNext: (_context, _id, _payload, _args, result) => result,
    onError: (_context, _id, _payload, errors) =>
      errors.map((error) => (error instanceof PresentedError ? error.presented : error.toJSON())),
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { address } = readAddressAndLanguage(request, options.behindProxy);
    const refused = refusalOfUpgrade(request, options);
    if (refused) {
      denyUpgrade(socket, refused);
      return;
    }
    if (!connections.enter(address)) {
      denyUpgrade(socket, "429 Too Many Requests");
      return;
    }
    socket.once("close", () => connections.exit(address));
    server.handleUpgrade(request, socket, head, (opened) => {
      const ends = endsOf(opened, request);
      open.add(ends);
      opened.once("close", () => {
        open.delete(ends);
        connections.release(ends.connection);
        ends.disconnected?.abort();
      });
      attachProtocol(protocol, ends, {
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
    connection: {
      close: (code, reason) => socket.close(code, reason),
      terminate: () => socket.terminate(),
      get bufferedAmount() {
        return socket.bufferedAmount;
      },
      goAway() {
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
    const addressAndLanguage = {
      ...readAddressAndLanguage(request, options.behindProxy),
      // A browser sets no headers on a socket, and its own language need not be the app's.
      ...(typeof language === "string" && { language: readLanguage(language) }),
    };
    // A browser sends its cookies with the upgrade, and says from which page.
    const { cookie } = readCredentials(request, options.publicUrl);
    const given = typeof authorization === "string" ? authorization : undefined;
    extra.authenticated = new RenewedViewer(
      await options.authenticate({ authorization: given, cookie }, addressAndLanguage),
    );
    // A socket that closed meanwhile has been released already; claimed now, it would hold its place for good.
    if (socket.readyState !== socket.OPEN) return false;
    return (
      options.connections.claim(extra.connection, extra.authenticated) ||
      refuse(closeCodes.forbidden, "TOO_MANY_SOCKETS")
    );
  } catch (error) {
    if (!(error instanceof GatewayRefusal)) throw error;
    const isFinal = error.code === "UNAUTHENTICATED";
    return refuse(isFinal ? closeCodes.unauthorized : closeCodes.tryAgainLater, error.code);
  }
}

/** As many as a socket may hold. */
function run({ extra, subscriptions }: SocketContext, payload: object, options: Options): Promise<Outcome> {
  if (!extra.authenticated) throw new GatewayRefusal("UNAUTHENTICATED");
  if (Object.keys(subscriptions).length > options.limits.subscriptionsPerSocket)
    throw new GatewayRefusal("TOO_MANY_SUBSCRIPTIONS");
  extra.disconnected ??= new AbortController();
  const headers = options.passHeaders?.(extra.request);
  return options.run(readGraphQLParams(payload), extra.authenticated, extra.disconnected.signal, headers);
}

/** The protocol's library takes errors of this class only, and would write them anew. */
class PresentedError extends GraphQLError {
  constructor(readonly presented: GraphQLFormattedError) {
    super(presented.message);
  }
}

const asPresented = (error: GraphQLFormattedError) => new PresentedError(error);

type Ran = Extract<Outcome, { result: unknown }>;
type Opened = Extract<Outcome, { subscription: unknown }>;

/** The protocol's library looks in the operation which of its functions to call, and is handed what became of it. */
function argsOf(outcome: Ran | Opened): ExecutionArgs {
  const { schema, document, operationName } = "result" in outcome ? outcome.operation : outcome.subscription;
  return { schema, document, operationName, contextValue: outcome };
}

function languageOf({ authenticated, request }: SocketContext["extra"]) {
  return authenticated?.viewer.language ?? readAddressAndLanguage(request, false).language;
}

/** How long what is under way may still take. */
const drainMs = 5_000;

async function closeAll(server: WebSocketServer, open: ReadonlySet<Known>): Promise<void> {
  for (const { connection } of open) connection.goAway();
  const cut = setTimeout(() => {
    for (const socket of server.clients) socket.terminate();
  }, drainMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
