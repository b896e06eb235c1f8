import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext } from "../context.js";

/** A request to an address under /session, with what answering it needs. */
export interface SessionRequest {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
  /** What the session cookie holds; null where it does not count. */
  cookie: string | null;
  context: IdentityContext;
  config: IdentityConfig;
  provider: Provider;
}
