import type { IncomingMessage, ServerResponse } from "node:http";
import type { HTTPGraphQLResponse } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { GatewayCode } from "../errors/codes.js";
import { presentErrors, type Reader } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import { OperationCall, OperationContext } from "../operations/operation-context.js";
import type { OperationServer } from "../operations/operation-server.js";
import { statusTo } from "../operations/present-errors.js";
import type { OnAnswered } from "../operations/report-answers.js";
import type { WhyWithheld } from "../operations/why-withheld.js";
import type { PassHeaders } from "../subgraphs/passed-headers.js";
import { newTraceId, traceIdHeader } from "../subgraphs/trace-id.js";
import { readAddressAndLanguage } from "../viewer/authenticate.js";
import { readCredentials } from "../viewer/credentials.js";
import { matchesTag, publicAnswer, tagOf } from "./caching.js";
import { negotiate } from "./content-negotiation.js";
import { disconnectionOf } from "./disconnection.js";
import { readGraphQLRequest } from "./graphql-request.js";
import { type AllowsOrigin, allowOrigin, answerPreflight, privateAnswer } from "./headers.js";
import { leaveUnread } from "./request-body.js";
import { sendText } from "./send-response.js";
import type { Handler } from "./server.js";

interface Options {
  server: OperationServer;
  whyWithheld: WhyWithheld;
  allowsOrigin: AllowsOrigin;
  /** Whose session cookies count; null: none do. */
  publicUrl: string | null;
  behindProxy: boolean;
  bodyBytes: number;
  /** Whether clients see errors unchanged, as the subgraphs sent them. */
  exposeErrors: boolean;
  onAnswered?: OnAnswered;
  /** Left out: none are. */
  passHeaders?: PassHeaders;
  /** Called with each answer of somebody's own that a slow client has not taken yet. */
  onUnsent?: (subject: string, response: ServerResponse) => void;
  /** Answers clients that want an event stream; null: there is none. */
  stream: Handler | null;
  /** Answers browsers that want a page; null: there is none. */
  page: Handler | null;
}

/** `/graphql` over HTTP: hands each request to Apollo Server, and its answer to the socket. */
export function answerGraphQL(options: Options): Handler {
  return async (request, response) => {
    if (options.page && request.method === "GET" && wantsPage(request))
      return options.page(request, response);
    allowOrigin(request, response, options.allowsOrigin);
    if (request.method === "OPTIONS") return answerPreflight(request, response);
    const { accept } = request.headers;
    const { answerType, wantsStream } = negotiate(accept);
    if (options.stream && wantsStream) return options.stream(request, response);

    const disconnected = disconnectionOf(response);
    const addressAndLanguage = readAddressAndLanguage(request, options.behindProxy);
    const { language } = addressAndLanguage;
    const reader: Reader = { language, traceId: newTraceId(), exposeErrors: options.exposeErrors };
    response.setHeader(traceIdHeader, reader.traceId);
    const credentials = readCredentials(request, options.publicUrl);
    const call = new OperationCall(
      "http",
      reader,
      { credentials, addressAndLanguage },
      disconnected,
      accept,
      answerType,
      options.passHeaders?.(request),
    );
    try {
      if (answerType === null) throw new GatewayRefusal("NOT_ACCEPTABLE");
      const answer = await options.server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: await readGraphQLRequest(request, options.bodyBytes),
        context: async () => new OperationContext(call),
      });
      if (!call.response) throw new GatewayRefusal(codeOf(answer));
      // From here to the socket nothing is awaited.
      const withheld = options.whyWithheld(call);
      if (withheld) throw withheld;
      send(request, response, answer, call);
      call.release();
      const subject = call.viewer?.subject ?? null;
      if (subject !== null && response.writableLength > 0) options.onUnsent?.(subject, response);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      refuse(request, response, error, call, options.onAnswered);
    }
  };
}

/** The code for what Apollo Server refused before it called its plugins. */
function codeOf({ status = 500 }: HTTPGraphQLResponse): GatewayCode {
  if (status === 415) return "UNSUPPORTED_MEDIA_TYPE";
  return status >= 400 && status < 500 ? "BAD_REQUEST" : "INTERNAL";
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, headers, body }: HTTPGraphQLResponse,
  { isPublic, mediaType, response: answer }: OperationCall,
): void {
  if (response.destroyed || body.kind !== "complete") return;
  for (const [name, value] of headers) response.setHeader(name, value);
  const isKept = isPublic && answer?.body.kind === "single" && !answer.body.singleResult.errors;
  if (isKept) sendPublic(request, response, mediaType!, body.string);
  else sendText(response, status, mediaType!, body.string, privateAnswer);
}

function sendPublic(
  request: IncomingMessage,
  response: ServerResponse,
  mediaType: string,
  text: string,
): void {
  const tag = tagOf(text);
  response.setHeader("etag", tag);
  if (matchesTag(request, tag)) response.writeHead(304, { "cache-control": publicAnswer }).end();
  else sendText(response, 200, mediaType, text, publicAnswer);
}

/** What was refused outside of Apollo Server, with the same messages and shape. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  error: GraphQLError,
  { accept, mediaType, reader, began, response: seen }: OperationCall,
  onAnswered?: OnAnswered,
): void {
  if (error.extensions.code === "METHOD_NOT_ALLOWED") response.setHeader("allow", "GET, POST");
  leaveUnread(request, response);
  const errors = presentErrors([error], reader);
  const { http } = error.extensions as { http?: { status?: number } };
  const status = statusTo(accept, http?.status ?? 400, errors);
  if (!response.destroyed)
    sendText(
      response,
      status,
      mediaType ?? negotiate().answerType!,
      JSON.stringify({ errors }),
      privateAnswer,
    );
  // What the plugins saw was counted there.
  if (seen) return;
  const codes = errors.map(({ extensions }) => extensions?.code);
  const tookMs = performance.now() - began;
  onAnswered?.({ transport: "http", operation: undefined, traceId: reader.traceId, tookMs, codes });
}

function wantsPage({ headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? "";
  return accept.includes("text/html") && !accept.includes("json");
}
