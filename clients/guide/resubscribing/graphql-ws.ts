import { resumable } from "@campus-graph/clients/resumable";
import type { TokenSource } from "@campus-graph/clients/tokens";
import { type Client, createClient } from "graphql-ws";

/** For these the graph closes a socket that it would close again at once: the person must sign in anew. */
const endings = ["SESSION_ENDED", "TOO_MANY_SOCKETS"];

export function createGraphSocket(graphUrl: string, tokens: TokenSource): Client {
  return resumable(
    createClient({
      url: `${graphUrl.replace(/^http/, "ws")}/graphql`,
      // A function: a token lasts five minutes, and each reconnect takes one that is good then.
      connectionParams: async () => ({ authorization: `Bearer ${await tokens.current()}` }),
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: (cause) => !endings.includes((cause as { reason?: string }).reason ?? ""),
      retryWait: (retries) =>
        new Promise((resolve) =>
          setTimeout(resolve, Math.min(10_000, 200 * 2 ** retries) * (0.5 + Math.random() / 2)),
        ),
      keepAlive: 10_000,
    }),
  );
}
