import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handler } from "./server.js";

/** On everything that leaves. No page of ours may be framed, sniffed, or named to another site as its referrer. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-opener-policy", "same-origin"],
  ["strict-transport-security", "max-age=31536000; includeSubDomains"],
];

/** What depends on who asks is kept nowhere but with them. */
export const privateAnswer = "private, no-store";

/** Whether pages of an origin other than ours may use the graph. */
export type AllowsOrigin = (origin: string) => boolean;

/** Whether who opens a socket may: CORS does not hold there, so we look ourselves. Programs send no origin. */
export function mayOpenSocket(request: IncomingMessage, allows: AllowsOrigin): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allows(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/**
 * Lets pages of the allowed origins read our answers; all others are stopped by their browser. Never with credentials:
 * a page says who asks by a token that it holds, and no cookie of ours is sent along by a page of elsewhere.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, allows: AllowsOrigin): void {
  response.setHeader("vary", "Accept, Accept-Language, Origin");
  const { origin } = request.headers;
  if (origin === undefined || !allows(origin)) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "etag, retry-after, x-campus-trace");
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  if (response.hasHeader("access-control-allow-origin")) {
    response.setHeader("access-control-allow-methods", "GET, POST");
    response.setHeader(
      "access-control-allow-headers",
      request.headers["access-control-request-headers"] ?? "",
    );
    response.setHeader("access-control-max-age", "600");
  }
  response.writeHead(204).end();
}

/** A handler whose answers pages of the allowed origins may read. */
export function letting(allows: AllowsOrigin, handler: Handler): Handler {
  return async (request, response) => {
    allowOrigin(request, response, allows);
    if (request.method === "OPTIONS") return answerPreflight(request, response);
    await handler(request, response);
  };
}
