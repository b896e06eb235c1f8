import type { IncomingMessage } from "node:http";
import { OperationTypeNode } from "graphql";
import { GatewayRefusal } from "../errors.js";

/** Say that a page of another site could not have sent the request, since its browser would have asked us first. */
export const preflightHeaders = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/**
 * A browser sends a GET from any page, with whatever its user is known by, without asking. So one must bear a header
 * that only a program or an allowed page can set, and none may change anything. A POST is of JSON, which no page of
 * another site can send unasked. `isAnybodys`: the answer is the same whoever asks, so that there is nothing to steal.
 */
export function refuseForgeable(
  request: IncomingMessage,
  kind: OperationTypeNode,
  isAnybodys: boolean,
): void {
  if (request.method !== "GET") return;
  if (kind !== OperationTypeNode.QUERY) throw new GatewayRefusal("METHOD_NOT_ALLOWED");
  if (isAnybodys || preflightHeaders.some((name) => request.headers[name])) return;
  throw new GatewayRefusal("PREFLIGHT_HEADER_MISSING");
}
