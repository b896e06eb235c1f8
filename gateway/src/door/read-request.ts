import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { GatewayRefusal } from "../errors.js";
import { type Admit, type Admitted, hashOf, type Sent } from "../limits/admit.js";
import { readBody } from "./body.js";

/** Says that a page of another site could not have sent the request, since its browser would have asked us first. */
export const preflightHeader = "apollo-require-preflight";

/** Headers that say how to read a request or answer it; none of the others reaches Apollo Server. */
const passedOn = ["content-type", "accept", "x-apollo-operation-name", preflightHeader];

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

/** A request and the operation in it; null where there is none: Apollo Server says what is wrong with such a one. */
interface AdmittedRequest {
  request: HTTPGraphQLRequest;
  admitted: Admitted | null;
}

/** The request with its operation admitted and, where only a hash was sent, written out. */
export function admitRequest(request: HTTPGraphQLRequest, admit: Admit): AdmittedRequest {
  const sent = sentBy(request);
  if (sent === null) return { request, admitted: null };
  const hash = hashOf(sent.extensions);
  if (hash === null && typeof sent.query !== "string") return { request, admitted: null };
  const admitted = admit(sent);
  return { request: hash === null ? request : writtenOut(request, admitted.text), admitted };
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
