import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { subscribeBody, type Viewer, verifyRequest } from "@campus-graph/kit/auth/viewer";
import { GraphQLError, type GraphQLSchema, parse, subscribe } from "graphql";
import { makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { SubgraphOptions } from "./subgraph.js";

/** The sockets of a test subgraph, which believes an upgrade and each message only by their signatures. */
export class TestSubscriptions {
  /** Who was believed at an upgrade, the newest last. */
  readonly upgrades: (Viewer | null)[] = [];
  /** As whom subscriptions were opened, in their order. */
  readonly viewers: Viewer[] = [];
  /** Upgrades and messages that were not believed. */
  disbelieved = 0;
  /** Sent instead of each event, as JSON. */
  fault: string | null = null;
  readonly #nonces = new Set<string>();
  readonly #server = new WebSocketServer({ noServer: true, handleProtocols: () => "graphql-transport-ws" });

  constructor(
    readonly options: SubgraphOptions,
    readonly schema: GraphQLSchema,
    readonly isBehind: () => boolean,
  ) {}

  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const believed = this.#believe("GET", "", request.headers);
    if (believed === undefined) return void socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
    this.upgrades.push(believed);
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#serve(opened));
  };

  /** Breaks every socket. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Null where nobody is known; undefined: not believed. */
  #believe(method: string, body: string, headers: IncomingMessage["headers"]): Viewer | null | undefined {
    const { name, ring } = this.options;
    if (ring === null) return null;
    const verified = verifyRequest(ring, { audience: name, method, path: "/graphql", body }, headers);
    if (verified && !this.#nonces.has(verified.nonce)) {
      this.#nonces.add(verified.nonce);
      return verified.viewer;
    }
    this.disbelieved += 1;
    return undefined;
  }

  #serve(socket: WebSocket): void {
    const protocol = makeServer({
      onSubscribe: (_context, _id, { query, variables, operationName, extensions }) => {
        const headers = (extensions?.signed ?? {}) as IncomingMessage["headers"];
        const viewer = this.#believe(
          "SUBSCRIBE",
          subscribeBody({ query, variables, operationName }),
          headers,
        );
        if (viewer === undefined) {
          socket.close(4401, "UNAUTHENTICATED");
          return [new GraphQLError("UNAUTHENTICATED")];
        }
        if (viewer !== null) this.viewers.push(viewer);
        if (this.isBehind() && viewer?.withdrawals)
          return [new GraphQLError("BEHIND", { extensions: { code: "BEHIND" } })];
        return {
          schema: this.schema,
          document: parse(query),
          variableValues: variables,
          contextValue: { viewer },
        };
      },
      subscribe,
      onNext: (_context, _id, _payload, _args, result) =>
        this.fault === null ? result : (JSON.parse(this.fault) as typeof result),
    });
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: async (text) => socket.send(text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) => void socket.on("message", (data) => void receive(String(data))),
      },
      {},
    );
    socket.once("close", (code) => void closed(code, ""));
  }
}
