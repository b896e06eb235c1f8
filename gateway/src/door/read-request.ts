import type { IncomingMessage } from "node:http";
import { GatewayRefusal } from "../errors.js";
import type { Sent } from "../limits/admit.js";
import { readBody } from "./body.js";

/** What a request asks to run. Throws what is wrong with the request, by the specification of GraphQL over HTTP. */
export async function readRequest(request: IncomingMessage, mostBytes: number): Promise<Sent> {
  if (request.method === "GET") return checked(sentInSearch(request.url ?? ""));
  if (request.method !== "POST") throw new GatewayRefusal("METHOD_NOT_ALLOWED");
  if (!isPlainJson(request)) throw new GatewayRefusal("UNSUPPORTED_MEDIA_TYPE");
  return checked(parseJson(await readBody(request, mostBytes)));
}

/** JSON is of UTF-8 (RFC 8259), and we read none that is compressed. */
function isPlainJson({ headers }: IncomingMessage): boolean {
  const { "content-type": type = "", "content-encoding": coding = "identity" } = headers;
  const charset = /;\s*charset="?([^\s;"]*)/i.exec(type)?.[1] ?? "utf-8";
  return (
    /^application\/(\w+\+)?json\b/i.test(type) && /^utf-?8$/i.test(charset) && /^identity$/i.test(coding)
  );
}

function sentInSearch(url: string): Sent {
  const at = url.indexOf("?");
  const parameters = new URLSearchParams(at === -1 ? "" : url.slice(at));
  const { query, operationName, variables, extensions } = Object.fromEntries(parameters);
  return { query, operationName, variables: parseJson(variables), extensions: parseJson(extensions) };
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayRefusal("BAD_REQUEST");
  }
}

/** Null and left out are the same; what is neither must be of its kind. */
function checked(body: unknown): Sent {
  if (!isObject(body)) throw new GatewayRefusal("BAD_REQUEST");
  const { query, operationName, variables, extensions } = body as Sent;
  const isRight =
    isNothingOr("string", query) &&
    isNothingOr("string", operationName) &&
    (isNothing(variables) || isObject(variables)) &&
    (isNothing(extensions) || isObject(extensions));
  if (!isRight) throw new GatewayRefusal("BAD_REQUEST");
  return body;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isNothingOr(type: "string", value: unknown): boolean {
  return isNothing(value) || typeof value === type;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
