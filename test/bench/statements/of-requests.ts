import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

let requests: AsyncLocalStorage<string> | undefined;

/** The path of the HTTP request in whose asynchronous context this is called, if any. */
function pathServed(): string | undefined {
  if (!requests) {
    const started = new AsyncLocalStorage<string>();
    subscribe("http.server.request.start", (message) => {
      const { request } = message as { request: IncomingMessage };
      started.enterWith(request.url ?? "/");
    });
    requests = started;
  }
  return requests.getStore();
}

/**
 * Passes on the SQL statements that are sent while an HTTP request for this path is served. Relays, inboxes and jobs run in no
 * request and when they like, so that a test which counted theirs would fail now and then.
 */
export function ofRequests(
  onStatement: (sql: string) => void,
  path: string | null = null,
): (sql: string) => void {
  pathServed();
  return (sql) => {
    const served = pathServed();
    if (path === null ? served !== undefined : served === path) onStatement(sql);
  };
}
