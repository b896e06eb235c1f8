import type { IncomingMessage } from "node:http";
import { graphqlWsSocket } from "@campus-graph/kit/http/graphql-ws-socket";
import type { Log } from "@campus-graph/kit/ops/log";
import type { Server } from "graphql-ws";
import type { WebSocket } from "ws";
import type { KeepAlive } from "./keep-alive.js";
import { OperationIds } from "./operation-ids.js";
import { throttleIncoming } from "./throttle-incoming.js";

/** A socket and the request that opened it. */
export interface SocketEnds extends Record<PropertyKey, unknown> {
  socket: WebSocket;
  request: IncomingMessage;
}

interface Options {
  keepAlive: KeepAlive;
  messagesPerSecond: number;
  /** Bytes of messages that one socket may have under way; subscriptions stay under way while they are open. */
  bodyBytes: number;
  log: Log;
  /** Called after each message that was dealt with. */
  onHandled: () => void;
}

/** WebSocket's own code for a message that is too big; so are several together. */
const tooBig = 1009;
const internalError = 4500;

/**
 * Runs the protocol over a socket, no faster than its client takes answers; a client that does not even answer pings is cut.
 */
export function attachProtocol(
  protocol: Server<SocketEnds>,
  ends: SocketEnds,
  { keepAlive, messagesPerSecond, bodyBytes, log, onHandled }: Options,
): void {
  const { socket } = ends;
  let bytesUnderWay = 0;
  const ids = new OperationIds();
  const { send, ...others } = graphqlWsSocket(socket);
  const closed = protocol.opened(
    {
      ...others,
      send: (text) => send(OperationIds.stringify(text)),
      onMessage: (receive) => {
        socket.on("message", (data: Buffer) => {
          // A socket that we are closing can still deliver messages for a moment; they are ignored.
          if (socket.readyState !== socket.OPEN) return;
          const bytes = data.length;
          if (bytesUnderWay + bytes > bodyBytes) return socket.close(tooBig, "Too much at once");
          const received = ids.receive(String(data));
          if (received === null) return;
          if ("code" in received) {
            log.debug({ code: received.code }, "a socket says what no client says");
            return socket.close(received.code, received.reason);
          }
          bytesUnderWay += bytes;
          // The library takes a message that is parsed already, which its types do not say.
          receive(received.message as unknown as string)
            .catch((err: unknown) => {
              // A client that left while it was being answered is no fault.
              if (socket.readyState !== socket.OPEN) return;
              log.error({ err }, "a socket's message could not be handled");
              socket.close(internalError, "Internal server error");
            })
            .finally(() => {
              bytesUnderWay -= bytes;
              received.handled();
              onHandled();
            });
        });
      },
    },
    ends,
  );
  throttleIncoming(socket, messagesPerSecond);
  keepAlive.watch(socket);
  // The library closes the socket with the fitting code: 1009 for a message too large, 1007 for bytes that are no text.
  socket.on("error", (err) => log.debug({ err }, "a socket failed"));
  socket.once("close", (code, reason) => {
    Promise.resolve(closed(code, String(reason))).catch((err: unknown) =>
      log.warn({ err }, "a socket did not close cleanly"),
    );
  });
}
