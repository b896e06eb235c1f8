import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { GatewayRefusal } from "../errors/refusal.js";
import { type GraphQLParams, readGraphQLParams } from "../operations/params.js";
import { unreadable } from "../operations/unreadable.js";
import { readBody } from "./body.js";

/**
 * A request as Apollo Server reads it. Throws what is wrong with it by the specification of GraphQL over HTTP, as far
 * as Apollo Server does not look: content types, charsets, encodings.
 */
export async function readRequest(request: IncomingMessage, mostBytes: number): Promise<HTTPGraphQLRequest> {
  const { method = "", url = "" } = request;
  if (method !== "GET" && method !== "POST") throw new GatewayRefusal("METHOD_NOT_ALLOWED");
  const at = url.indexOf("?");
  return {
    method,
    headers: headersOf(request),
    search: at === -1 ? "" : url.slice(at),
    body: method === "GET" ? undefined : await readPosted(request, mostBytes),
  };
}

/** The operation that was posted as JSON. */
export async function readPosted(request: IncomingMessage, mostBytes: number): Promise<GraphQLParams> {
  return readGraphQLParams(await readJson(request, mostBytes));
}

/** What was posted as JSON. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  if (!isPlainJson(request)) throw new GatewayRefusal("UNSUPPORTED_MEDIA_TYPE");
  return parseJson(await readBody(request, mostBytes));
}

/** JSON is of UTF-8 (RFC 8259), and we read none that is compressed. */
function isPlainJson({ headers }: IncomingMessage): boolean {
  const { "content-type": type = "", "content-encoding": coding = "identity" } = headers;
  const charset = /;\s*charset="?([^\s;"]*)/i.exec(type)?.[1] ?? "utf-8";
  return (
    /^application\/(\w+\+)?json\b/i.test(type) && /^utf-?8$/i.test(charset) && /^identity$/i.test(coding)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("notJson");
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}
