import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Counts the SQL statements that are sent while HTTP requests are served; what goes on beside them is not counted. */
export interface StatementCounter {
  /** Gives each subgraph what to tell its statements to. */
  listenerFor(subgraph: string): (statement: string) => void;
  /** Runs the work; how many statements each subgraph sent for it. */
  count(work: () => Promise<unknown>): Promise<Record<string, number>>;
}

export function createStatementCounter(): StatementCounter {
  // Everything that a request causes runs in its asynchronous context; relays, inboxes and jobs run in none.
  const requests = new AsyncLocalStorage<string>();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    requests.enterWith(request.url ?? "/");
  });
  let counts: Record<string, number> = {};
  return {
    listenerFor: (subgraph) => () => {
      if (requests.getStore() === "/graphql") counts[subgraph] = (counts[subgraph] ?? 0) + 1;
    },
    async count(work) {
      counts = {};
      await work();
      return counts;
    },
  };
}
