import type { HTTPGraphQLRequest } from "@apollo/server";
import { GatewayRefusal } from "../errors/refusal.js";

/** A page of another site cannot send these without a preflight request, which is refused. */
const preflightHeaders = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/**
 * Cross-site request forgery: a browser sends a GET from any page, with whatever its user is known by, without asking.
 * So one must bear a header that only a program or an allowed page can set. A POST is of JSON, which no page of another
 * site can send unasked. Apollo Server's own prevention refuses before the operation is known, and with it the plain
 * GET of a public answer, from which there is nothing to steal.
 */
export function preventCsrf({ method, headers }: HTTPGraphQLRequest): void {
  if (method !== "GET" || preflightHeaders.some((name) => headers.get(name))) return;
  throw new GatewayRefusal("PREFLIGHT_HEADER_MISSING");
}
