import { type Client, createClient } from "graphql-ws";
import { resumable } from "./resumable.js";
import type { TokenSource } from "./tokens.js";

const pingEveryMs = 10_000;
const pongWithinMs = 5_000;
const longestWaitMs = 10_000;
/** Reasons for which the graph closes a socket that would close again at once. An expired token is not one: it is renewed. */
const endings = new Set(["SESSION_ENDED", "TOO_MANY_SOCKETS"]);

/** How a socket was closed. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export function isClosing(value: unknown): value is Closing {
  return typeof value === "object" && value !== null && "code" in value && "reason" in value;
}

/**
 * One socket for all subscriptions of a connection. It opens with the first, closes after the last, and when it is cut
 * comes back by itself, at the next of the graph's addresses, waiting a little longer each time, with a token that is good
 * then; each tail goes on behind the last notice that arrived.
 */
export function createSocket(
  urls: readonly string[],
  tokens: TokenSource,
  language: "zh-TW" | "en" = "zh-TW",
): Client {
  let attempts = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => socketUrl(urls[attempts++ % urls.length]!),
    connectionParams: async () => {
      const token = await tokens.current();
      return { language, ...(token ? { authorization: `Bearer ${token}` } : {}) };
    },
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => wait(Math.min(longestWaitMs, 50 * 2 ** retries) * (0.5 + Math.random() / 2)),
    shouldRetry: (cause) => !(isClosing(cause) && endings.has(cause.reason)),
    keepAlive: pingEveryMs,
    on: {
      // A network that swallows everything never closes a socket: an unanswered ping does.
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      closed: () => clearTimeout(silence),
    },
  });
  return resumable(client);
}

function socketUrl(url: string): string {
  const socket = new URL("/graphql", url);
  socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";
  return socket.href;
}

function wait(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
