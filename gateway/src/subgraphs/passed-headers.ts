import type { IncomingMessage } from "node:http";
import { ConfigurationError } from "@campus-graph/kit/ops/environment";

/** Headers of a client's request that go with each fetch that is made for it. */
export type PassedHeaders = Readonly<Record<string, string>>;

export type PassHeaders = (request: IncomingMessage) => PassedHeaders | undefined;

/** These belong to one connection or to one body (RFC 9110 §7.6.1, §8), and a fetch has its own. */
const ofOneRequest = new Set([
  "accept",
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Reads `PASS_HEADERS`, names with commas between. Throws a {@link ConfigurationError} for a name that no fetch can carry. */
export function readPassHeaders(names = ""): PassHeaders {
  const passed = names
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  for (const name of passed)
    if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name) || ofOneRequest.has(name) || name.startsWith("sec-"))
      throw new ConfigurationError([
        {
          variable: "PASS_HEADERS",
          what: `PASS_HEADERS: “${name}” is no header that can be passed on to subgraphs.`,
          remedy: "Take it out of PASS_HEADERS.",
          zh: {
            what: `PASS_HEADERS：「${name}」不是可以轉送給子圖的標頭。`,
            remedy: "請從 PASS_HEADERS 移除。",
          },
        },
      ]);
  if (passed.length === 0) return () => undefined;
  return ({ headers }) => {
    const found: Record<string, string> = {};
    for (const name of passed) {
      const value = headers[name];
      if (value !== undefined) found[name] = Array.isArray(value) ? value.join(", ") : value;
    }
    return found;
  };
}
