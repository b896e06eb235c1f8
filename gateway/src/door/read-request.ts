import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { GatewayRefusal } from "../errors.js";
import { type Admit, hashOf, type Sent } from "../limits/admit.js";
import { readBody } from "./body.js";

/** Headers that say how to read a request or answer it; none of the others reaches Apollo Server. */
const passedOn = ["content-type", "accept", "x-apollo-operation-name", "apollo-require-preflight"];

/** The request as Apollo Server wants it. A body that is no JSON is left out, which it answers with 400 or 415. */
export async function readRequest(request: IncomingMessage, mostBytes: number): Promise<HTTPGraphQLRequest> {
  const headers = new HeaderMap();
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const search = /\?.*$/.exec(request.url ?? "")?.[0] ?? "";
  const text = request.method === "POST" ? await readBody(request, mostBytes) : "";
  const isJson = /^application\/(\w+\+)?json\b/i.test(headers.get("content-type") ?? "");
  return { method: request.method ?? "", headers, search, body: isJson ? parseJson(text) : undefined };
}

/**
 * The request with its operation admitted and, where only a hash was sent, written out. What is no operation at all is
 * left as it is: Apollo Server says what is wrong with it.
 */
export function admitRequest(request: HTTPGraphQLRequest, admit: Admit): HTTPGraphQLRequest {
  const sent = sentBy(request);
  if (sent === null) return request;
  const hash = hashOf(sent.extensions);
  if (hash === null && typeof sent.query !== "string") return request;
  const { text } = admit(sent);
  return hash === null ? request : writtenOut(request, text);
}

function sentBy({ method, search, body }: HTTPGraphQLRequest): Sent | null {
  if (method !== "GET") return typeof body === "object" ? body : null;
  const parameters = new URLSearchParams(search);
  const { query, operationName, variables, extensions } = Object.fromEntries(parameters);
  return { query, operationName, variables: parseJson(variables), extensions: parseJson(extensions) };
}

function writtenOut(request: HTTPGraphQLRequest, text: string): HTTPGraphQLRequest {
  if (request.method !== "GET") {
    const { extensions, ...rest } = request.body as Sent;
    return { ...request, body: { ...rest, query: text } };
  }
  const parameters = new URLSearchParams(request.search);
  parameters.set("query", text);
  parameters.delete("extensions");
  return { ...request, search: `?${parameters}` };
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayRefusal("BAD_REQUEST");
  }
}
