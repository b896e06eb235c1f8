import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { GatewayRefusal } from "../errors/refusal.js";
import { type GraphQLParams, readGraphQLParams } from "../operations/graphql-params.js";
import { readJson } from "./request-body.js";

/**
 * A request as Apollo Server reads it. Throws what is wrong with it by the specification of GraphQL over HTTP, as far
 * as Apollo Server does not look: content types, charsets, encodings.
 */
export async function readGraphQLRequest(
  request: IncomingMessage,
  mostBytes: number,
): Promise<HTTPGraphQLRequest> {
  const { method = "", url = "" } = request;
  if (method !== "GET" && method !== "POST") throw new GatewayRefusal("METHOD_NOT_ALLOWED");
  const at = url.indexOf("?");
  return {
    method,
    headers: headersOf(request),
    search: at === -1 ? "" : url.slice(at),
    body: method === "GET" ? undefined : await readGraphQLBody(request, mostBytes),
  };
}

/** The operation that was posted as JSON. */
export async function readGraphQLBody(request: IncomingMessage, mostBytes: number): Promise<GraphQLParams> {
  return readGraphQLParams(await readJson(request, mostBytes));
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}
