import {
  anonymous,
  behindAnswer,
  type SubscribeRequest,
  subscribeBody,
  subscribeMethod,
} from "@campus-graph/kit/auth/viewer";
import type { ExecutionResult, GraphQLFormattedError } from "graphql";
import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";
import type { Caller } from "../../subgraphs/caller.js";
import { readErrors } from "../../subgraphs/read-answer.js";
import type { Signer } from "../../subgraphs/sign.js";
import { newTraceId } from "../../subgraphs/trace-id.js";

/** How what a subgraph streams came to its end: by itself, because the subgraph is behind, with its connection, or refused. */
export type UpstreamEnd = "complete" | "behind" | "lost" | { refused: GraphQLFormattedError[] };

/** Called until the stream has ended or was left. */
export interface Upstream {
  /** An answer of the subgraph, in JSON. */
  onEvent(text: string): void;
  onEnd(end: UpstreamEnd): void;
}

/**
 * The subscriptions that subgraphs stream to this gateway: one socket to each subgraph, however many viewers there are.
 * The upgrade is signed for nobody, and each subscription for its own viewer.
 */
export interface Upstreams {
  /** Returns how to leave. */
  open(
    subgraph: string,
    request: SubscribeRequest,
    caller: Pick<Caller, "viewer" | "traceId">,
    upstream: Upstream,
  ): () => void;
  /** How many subscriptions are open at each subgraph that ever streamed. */
  counts(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

interface Options {
  /** Routing URLs at this moment, by subgraph. */
  subgraphs: () => ReadonlyMap<string, string>;
  sign: Signer;
  /** How long a subgraph may take to open a socket, and to answer a ping. */
  timeoutMs: number;
  /** A larger message breaks the socket. */
  maxAnswerBytes: number;
  pingIntervalMs?: number;
  onFailure?: (subgraph: string, error: unknown) => void;
}

/** A socket that nothing is subscribed to is kept for the next, for that long. */
const idleMs = 1_000;
const usualPingIntervalMs = 12_000;

interface Line {
  client: Client;
  /** Of its URL, as the upgrade asks for it. */
  path: string;
}

export function createUpstreams({
  subgraphs,
  sign,
  timeoutMs,
  maxAnswerBytes,
  pingIntervalMs = usualPingIntervalMs,
  onFailure,
}: Options): Upstreams {
  const lines = new Map<string, Line>();
  const counts = new Map<string, number>();
  const count = (subgraph: string, change: 1 | -1): void => {
    counts.set(subgraph, (counts.get(subgraph) ?? 0) + change);
  };

  const lineTo = (subgraph: string): Line | null => {
    const routingUrl = subgraphs().get(subgraph);
    if (!routingUrl) return null;
    const key = `${subgraph} ${routingUrl}`;
    const known = lines.get(key);
    if (known) return known;
    const { pathname, search } = new URL(routingUrl);
    const path = `${pathname}${search}`;
    // The address is the same whenever the socket is opened; the signature is not.
    class SignedSocket extends WebSocket {
      constructor(address: string, protocol: string) {
        const caller = { viewer: anonymous, traceId: newTraceId() };
        const headers = sign({ subgraph, method: "GET", path, body: "" }, caller);
        super(address, protocol, {
          headers,
          handshakeTimeout: timeoutMs,
          maxPayload: maxAnswerBytes,
          perMessageDeflate: false,
        });
      }
    }
    const line = { client: openLine(routingUrl, SignedSocket, { timeoutMs, pingIntervalMs }), path };
    lines.set(key, line);
    return line;
  };

  return {
    open(subgraph, { query, variables }, caller, { onEvent, onEnd }) {
      const line = lineTo(subgraph);
      let isUnsubscribed = false;
      count(subgraph, 1);
      const unsubscribeOnce = (): void => {
        if (!isUnsubscribed) count(subgraph, -1);
        isUnsubscribed = true;
      };
      const end = (how: UpstreamEnd): void => {
        if (!isUnsubscribed) onEnd(how);
        unsubscribeOnce();
      };
      if (!line) {
        queueMicrotask(() => end("lost"));
        return () => end("complete");
      }
      const body = subscribeBody({ query, variables });
      const payload = {
        query,
        variables: { ...variables },
        // Read when it is sent, so that a message which waited for its socket, or had to be sent again, is signed then.
        get extensions() {
          const signed = sign({ subgraph, method: subscribeMethod, path: line.path, body }, caller);
          return Object.keys(signed).length > 0 ? { signed } : undefined;
        },
      };
      const unsubscribe = line.client.subscribe(payload, {
        next: (event: ExecutionResult) => {
          if (!isUnsubscribed) onEvent(JSON.stringify(event));
        },
        complete: () => end("complete"),
        error: (error) => {
          const how = endBy(error, subgraph);
          if (how === "lost" && !isUnsubscribed) onFailure?.(subgraph, error);
          end(how);
        },
      });
      return () => {
        unsubscribeOnce();
        unsubscribe();
      };
    },

    counts: () => counts,

    async close() {
      // One that is just being opened, and cannot be, is closed as well.
      await Promise.allSettled([...lines.values()].map(({ client }) => client.dispose()));
      lines.clear();
    },
  };
}

function openLine(
  routingUrl: string,
  webSocketImpl: unknown,
  { timeoutMs, pingIntervalMs }: { timeoutMs: number; pingIntervalMs: number },
): Client {
  let unanswered: NodeJS.Timeout | undefined;
  const client = createClient({
    url: routingUrl.replace(/^http/, "ws"),
    webSocketImpl,
    retryAttempts: 0,
    lazyCloseTimeout: idleMs,
    connectionAckWaitTimeout: timeoutMs,
    keepAlive: pingIntervalMs,
    on: {
      // A subgraph that hangs closes nothing.
      ping: (isReceived) => {
        if (!isReceived) unanswered = setTimeout(() => client.terminate(), timeoutMs).unref();
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(unanswered);
      },
      closed: () => clearTimeout(unanswered),
    },
  });
  return client;
}

function endBy(error: unknown, serviceName: string): UpstreamEnd {
  if (!Array.isArray(error)) return "lost";
  const errors = readErrors(error);
  if (errors[0]?.extensions?.code === behindAnswer.error) return "behind";
  return {
    refused: errors.map((each) => ({
      ...each,
      extensions: { ...each.extensions, serviceName, fromSubgraph: true },
    })),
  };
}
