import type { IncomingMessage, ServerResponse } from "node:http";

/** On everything that leaves. Nothing of ours is ever framed, sniffed or told to another site. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-opener-policy", "same-origin"],
  ["strict-transport-security", "max-age=31536000; includeSubDomains"],
];

/** What depends on who asks is kept nowhere but with them. */
export const privateAnswer = "private, no-store";

/** Open mode's list of origins: every one. */
export const anyOrigin = "*";

/** Whether a browser's page of this origin may use the door. Programs send no origin. */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin) || allowed.includes(anyOrigin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Lets pages of the allowed origins read our answers; all others are stopped by their browser. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: readonly string[],
): void {
  response.setHeader("vary", "Accept, Accept-Language, Origin");
  const { origin } = request.headers;
  if (origin === undefined || !(allowed.includes(origin) || allowed.includes(anyOrigin))) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "x-campus-trace");
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
