import type { IncomingMessage } from "node:http";
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from "graphql";
import { handleProtocols, makeServer, type SubscribePayload } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { KeyRing } from "../auth/keys.js";
import {
  behindAnswer,
  subscribeBody,
  subscribeMethod,
  type Verified,
  type Viewer,
  verifyRequest,
} from "../auth/viewer.js";
import type { Context } from "../context.js";
import { graphqlWsSocket } from "../http/graphql-ws-socket.js";
import type { SocketPath } from "../http/signed-server.js";
import type { Log } from "../ops/log.js";
import type { createExecutor, GraphQLRequest } from "./executor.js";

interface Options<S> {
  /** The subgraph's name: signatures made for another are refused. */
  audience: string;
  ring: KeyRing;
  schema: GraphQLSchema;
  executor: ReturnType<typeof createExecutor>;
  contextFor: (viewer: Viewer, traceId: string) => Context<S>;
  /** Whether the viewer would find here what was taken from them. */
  isBehind: (viewer: Viewer) => Promise<boolean>;
  /** Whether this signature comes for the first time. */
  isFirst: (verified: Verified) => Promise<boolean>;
  log: Log;
}

/** Sockets' 401, and what else they are closed with. */
const closeCodes = { goingAway: 1001, unauthorized: 4401, internal: 4500 } as const;

/** Larger messages than this never come from our gateway. */
const largestMessageBytes = 1_000_000;

/** A gateway that does not answer until the next ping is gone, and what was opened for it ends. */
const pingIntervalMs = 25_000;

/** A message that the gateway did not make, or made for another moment. It is answered with nothing. */
class Unverified extends Error {}

/** What a subscription runs with, kept beside the arguments that the protocol's library wants to see. */
interface OpenedSubscription extends ExecutionArgs {
  contextValue: { request: GraphQLRequest; verified: Verified };
}

/**
 * The subgraph's ordinary subscriptions, streamed to gateways by graphql-transport-ws. A gateway opens one socket for
 * all its viewers, so the socket itself stands for nobody: each `subscribe` message is verified alone.
 */
export function serveSubscriptions<S>(options: Options<S>): SocketPath & { close(): Promise<void> } {
  const { executor, contextFor, log } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = makeServer<Record<string, unknown>, Record<PropertyKey, unknown>>({
    onSubscribe: (_context, _id, payload) =>
      read(options, payload).catch((err: unknown) => {
        if (err instanceof Unverified) throw err;
        // The others on this socket have no part in it.
        log.error({ err }, "a subscription could not be opened");
        return errorOf("INTERNAL");
      }),
    subscribe: (args) => {
      const { request, verified } = (args as OpenedSubscription).contextValue;
      return executor.subscribe(request, () => contextFor(verified.viewer, verified.traceId)) as never;
    },
    // What is sent was presented where it was made.
    onNext: (_context, _id, _payload, _args, result) => result,
  });

  const serve = (socket: WebSocket): void => {
    const closed = protocol.opened(
      {
        ...graphqlWsSocket(socket),
        onMessage: (receive) => {
          socket.on("message", (data) => {
            receive(String(data)).catch((err: unknown) => {
              if (socket.readyState !== socket.OPEN) return;
              if (err instanceof Unverified) return socket.close(closeCodes.unauthorized, "UNAUTHENTICATED");
              log.error({ err }, "a socket's message could not be handled");
              socket.close(closeCodes.internal, "INTERNAL");
            });
          });
        },
      },
      {},
    );
    const pings = keepAlive(socket);
    socket.on("error", (err) => log.debug({ err }, "a socket failed"));
    socket.once("close", (code, reason) => {
      clearInterval(pings);
      Promise.resolve(closed(code, String(reason))).catch((err: unknown) =>
        log.warn({ err }, "a subscription did not end cleanly"),
      );
    });
  };

  return {
    path: "/graphql",
    admit: options.isFirst,
    open: (request: IncomingMessage, socket, head) => server.handleUpgrade(request, socket, head, serve),
    async close() {
      for (const socket of server.clients) {
        socket.close(closeCodes.goingAway, "Going away");
        setTimeout(() => socket.terminate(), 1_000).unref();
      }
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The subscription that a message opens, once it is verified; otherwise what is wrong with it. */
async function read<S>(
  { audience, ring, schema, executor, contextFor, isBehind, isFirst }: Options<S>,
  { query, operationName, variables, extensions }: SubscribePayload,
): Promise<OpenedSubscription | GraphQLError[]> {
  const signed = { audience, method: subscribeMethod, path: "/graphql" };
  const body = subscribeBody({ query, operationName, variables });
  const verified = verifyRequest(ring, { ...signed, body }, headersIn(extensions));
  if (!verified || !(await isFirst(verified))) throw new Unverified();
  if (await isBehind(verified.viewer)) return errorOf(behindAnswer.error);
  const request: GraphQLRequest = {
    query,
    variables: variables ?? undefined,
    operationName: operationName ?? undefined,
  };
  const document = executor.read(request, contextFor(verified.viewer, verified.traceId));
  if (Array.isArray(document))
    return document.map(({ message, extensions = {} }) => new GraphQLError(message, { extensions }));
  // Queries and mutations have a way of their own.
  if (!executor.isSubscription(request)) return errorOf("BAD_REQUEST");
  return { schema, document, operationName: operationName ?? null, contextValue: { request, verified } };
}

function errorOf(code: string): GraphQLError[] {
  return [new GraphQLError(code, { extensions: { code } })];
}

function headersIn(extensions: SubscribePayload["extensions"]): Record<string, string> {
  const { signed } = extensions ?? {};
  return typeof signed === "object" && signed !== null ? (signed as Record<string, string>) : {};
}

function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
  });
  return setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingIntervalMs).unref();
}
