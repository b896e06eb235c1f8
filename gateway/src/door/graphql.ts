import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApolloServer } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { GatewayRefusal, presentErrors, type Reader, statusOf } from "../errors.js";
import type { Caller } from "../execution/caller.js";
import type { Admit, Admitted } from "../limits/admit.js";
import { nameOf, type OnAnswered } from "../operator/answered.js";
import { wantsStream } from "../subscriptions/streams.js";
import { type Authenticate, readOrigin } from "../viewer/authenticate.js";
import type { Handler } from "./door.js";
import { allowOrigin, answerPreflight, privateAnswer } from "./headers.js";
import { answerType, statusTo } from "./media.js";
import { holds, publicAnswer, tagOf } from "./public-answers.js";
import { admitRequest, preflightHeader, readRequest } from "./read-request.js";
import { sendText } from "./send.js";
import { newTraceId, traceIdHeader } from "./trace.js";

export interface GraphQLContext {
  caller: Caller;
}

interface Options {
  apollo: ApolloServer<GraphQLContext>;
  authenticate: Authenticate;
  admit: Admit;
  /** Whether an operation's answer is the same whoever asks. */
  isPublic: (admitted: Admitted) => boolean;
  allowedOrigins: readonly string[];
  behindProxy: boolean;
  bodyBytes: number;
  /** Whether errors are told as the subgraphs told them. */
  isCandid?: boolean;
  onAnswered?: OnAnswered;
  /** Answers clients that want an event stream; null: there is none. */
  stream: Handler | null;
  /** Answers browsers that want a page; null: there is none. */
  page: Handler | null;
}

/** `/graphql` over HTTP. Apollo Server reads the request and shapes the answer; we guard both ends. */
export function answerGraphQL(options: Options): Handler {
  return async (request, response) => {
    if (options.page && request.method === "GET" && wantsPage(request))
      return options.page(request, response);
    allowOrigin(request, response, options.allowedOrigins);
    if (request.method === "OPTIONS") return answerPreflight(request, response);
    if (options.stream && wantsStream(request)) return options.stream(request, response);
    const origin = readOrigin(request, options.behindProxy);
    const reader: Reader = {
      language: origin.language,
      traceId: newTraceId(),
      isCandid: options.isCandid === true,
    };
    response.setHeader(traceIdHeader, reader.traceId);
    response.setHeader("cache-control", privateAnswer);

    const began = performance.now();
    let operation: string | undefined;
    const tell = (errors: readonly GraphQLFormattedError[]) =>
      options.onAnswered?.({
        transport: "http",
        operation,
        traceId: reader.traceId,
        tookMs: performance.now() - began,
        codes: errors.map(({ extensions }) => extensions?.code),
      });
    const left = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) left.abort();
    });
    try {
      const read = await readRequest(request, options.bodyBytes);
      const { request: asked, admitted } = admitRequest(read, options.admit);
      if (admitted) operation = nameOf(admitted.document, admitted.operationName);
      const isPublic = asked.method === "GET" && admitted !== null && options.isPublic(admitted);
      if (isPublic) asked.headers.set(preflightHeader, "public");
      const answer = await options.apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: asked,
        context: async () => {
          const authorization = isPublic ? undefined : request.headers.authorization;
          const { viewer } = await options.authenticate(authorization, origin);
          return { caller: { viewer, traceId: reader.traceId, signal: left.signal } };
        },
      });
      for (const [name, value] of answer.headers)
        if (name !== "cache-control") response.setHeader(name, value);
      const text = answer.body.kind === "complete" ? answer.body.string : "";
      const presented = present(text, reader);
      if (isPublic && presented.errors.length === 0) sendPublic(request, response, presented);
      else send(request, response, answer.status ?? 200, presented);
      tell(presented.errors);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (!request.complete) response.setHeader("connection", "close");
      const status = error instanceof GatewayRefusal ? statusOf(error.code) : statusOfMistake(error);
      const errors = presentErrors([error], reader);
      send(request, response, status, { text: JSON.stringify({ errors }), errors });
      tell(errors);
    }
  };
}

/** An answer's text, and the errors in it. */
interface Presented {
  text: string;
  errors: readonly GraphQLFormattedError[];
}

function send(
  { headers: { accept } }: IncomingMessage,
  response: ServerResponse,
  status: number,
  { text, errors }: Presented,
): void {
  if (response.destroyed) return;
  const type = String(response.getHeader("content-type") ?? answerType(accept));
  sendText(response, statusTo(accept, status, errors), type, text);
}

function sendPublic(request: IncomingMessage, response: ServerResponse, presented: Presented): void {
  const tag = tagOf(presented.text);
  response.setHeader("cache-control", publicAnswer);
  response.setHeader("etag", tag);
  if (holds(request, tag)) response.writeHead(304).end();
  else send(request, response, 200, presented);
}

function wantsPage({ headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? "";
  return accept.includes("text/html") && !accept.includes("json");
}

/** Errors stand first in an answer, so that one without any is passed on unread. */
function present(text: string, reader: Reader): Presented {
  if (!text.startsWith('{"errors"')) return { text, errors: [] };
  const { errors: found, ...rest } = JSON.parse(text) as { errors: GraphQLFormattedError[] };
  const errors = presentErrors(found, reader);
  return { text: JSON.stringify({ errors, ...rest }), errors };
}

/** What a client can mend is a 400, unless its protocol says otherwise. */
function statusOfMistake({ extensions }: GraphQLError): number {
  const { http } = extensions as { http?: { status?: number } };
  return http?.status ?? 400;
}
