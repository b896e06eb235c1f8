import type { IncomingMessage, ServerResponse } from "node:http";
import { HeaderMap } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type GatewayCode, refusals } from "../errors/codes.js";
import { presentErrors, type Reader } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import { OperationCall, OperationContext } from "../operations/operation-context.js";
import type { OperationServer } from "../operations/operation-server.js";
import type { WhyWithheld } from "../operations/why-withheld.js";
import { newTraceId, traceIdHeader } from "../subgraphs/trace-id.js";
import { readAddressAndLanguage } from "../viewer/authenticate.js";
import { readCredentials } from "../viewer/credentials.js";
import { disconnectionOf } from "./disconnection.js";
import { privateAnswer } from "./headers.js";
import { type PartnerOperation, partnerOperations, partnerStatuses } from "./partner-operations.js";
import { leaveUnread, readJson } from "./request-body.js";
import { sendText } from "./send-response.js";
import type { Handler, Routes } from "./server.js";

interface Options {
  server: OperationServer;
  whyWithheld: WhyWithheld;
  behindProxy: boolean;
  bodyBytes: number;
}

/**
 * The two calls of a payment partner as plain JSON over HTTP, for who speaks no GraphQL: each is run as the operation that it
 * stands for, through everything that operations go through. `schema/partner-api.yaml` describes them.
 */
export function partnerApi(options: Options): Routes {
  return partnerOperations.map((operation) => [operation.path, answer(operation, options)]);
}

function answer(operation: PartnerOperation, options: Options): Handler {
  return async (request, response) => {
    const disconnected = disconnectionOf(response);
    const addressAndLanguage = readAddressAndLanguage(request, options.behindProxy);
    const reader: Reader = { language: addressAndLanguage.language, traceId: newTraceId() };
    response.setHeader(traceIdHeader, reader.traceId);
    // A program's token, never a page's cookie.
    const credentials = readCredentials(request, null);
    const accept = "application/json";
    const call = new OperationCall(
      "http",
      reader,
      { credentials, addressAndLanguage },
      disconnected,
      accept,
      accept,
    );
    try {
      const { errors, data } = await run(operation, request, call, options);
      const [error] = errors ?? [];
      if (error) sendProblem(response, error);
      else send(response, 200, "application/json; charset=utf-8", operation.answer(data ?? {}));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (error.extensions.code === "METHOD_NOT_ALLOWED") response.setHeader("allow", "POST");
      leaveUnread(request, response);
      sendProblem(response, presentErrors([error], reader)[0]!);
    } finally {
      call.release();
    }
  };
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

async function run(
  { name, text, variables }: PartnerOperation,
  request: IncomingMessage,
  call: OperationCall,
  { server, whyWithheld, bodyBytes }: Options,
): Promise<Answer> {
  if (request.method !== "POST") throw new GatewayRefusal("METHOD_NOT_ALLOWED");
  const body = await readJson(request, bodyBytes);
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new GatewayRefusal("BAD_REQUEST", { words: notAnObject });
  const { body: answered } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: "POST",
      headers: new HeaderMap([["content-type", "application/json"]]),
      search: "",
      body: { query: text, operationName: name, variables: variables(body as Record<string, unknown>) },
    },
    context: async () => new OperationContext(call),
  });
  if (!call.response || answered.kind !== "complete") throw new GatewayRefusal("INTERNAL");
  const withheld = whyWithheld(call);
  if (withheld) throw withheld;
  return JSON.parse(answered.string) as Answer;
}

const notAnObject = {
  "zh-TW": "請求內容不是 JSON 物件，請依說明文件送出各欄位。",
  en: "The body is no JSON object. Send one with the fields that the description names.",
};

/** A refusal as a problem (RFC 9457), with the refusal's own details beside. */
function sendProblem(response: ServerResponse, { message, extensions = {} }: GraphQLFormattedError): void {
  const code = String(extensions.code ?? "INTERNAL");
  const status = statusOf(code);
  if (status === 401) response.setHeader("www-authenticate", "Bearer");
  if (typeof extensions.retryAfterSeconds === "number")
    response.setHeader("retry-after", String(extensions.retryAfterSeconds));
  send(response, status, "application/problem+json; charset=utf-8", {
    type: "about:blank",
    title: code,
    status,
    detail: message,
    ...extensions,
    code,
  });
}

function statusOf(code: string): number {
  return (
    partnerStatuses[code] ?? (Object.hasOwn(refusals, code) ? refusals[code as GatewayCode].status : 422)
  );
}

function send(response: ServerResponse, status: number, type: string, content: unknown): void {
  if (!response.destroyed) sendText(response, status, type, JSON.stringify(content), privateAnswer);
}
