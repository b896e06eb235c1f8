import type { IncomingMessage, ServerResponse } from "node:http";
import { type GatewayCode, refusals, statusOf } from "../errors/codes.js";
import { presentErrors } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import { newTraceId, traceIdHeader } from "../subgraphs/trace-id.js";
import { readLanguage } from "../viewer/authenticate.js";
import { privateAnswer } from "./headers.js";
import { leaveUnread } from "./request-body.js";
import type { Handler } from "./server.js";

export function sendJson(response: ServerResponse, status: number, body: object): void {
  sendText(response, status, "application/json; charset=utf-8", JSON.stringify(body), privateAnswer);
}

/** Sends a whole answer. `caching`: its `cache-control`. */
export function sendText(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
  caching: string,
): void {
  response.setHeader("content-type", contentType);
  response.setHeader("content-length", Buffer.byteLength(text));
  response.setHeader("cache-control", caching);
  // Were a browser made to show it, it would do nothing there.
  if (contentType.includes("json")) response.setHeader("content-security-policy", "default-src 'none'");
  // As text, it leaves in one write with its headers; as a buffer it would be a second one.
  response.writeHead(status).end(text);
}

/** A handler whose answers are not GraphQL: a refusal is sent as a code and a sentence, not as `errors`. */
export function withPlainRefusals(handler: Handler): Handler {
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      if (!(error instanceof GatewayRefusal) || response.headersSent) throw error;
      const { code } = error;
      leaveUnread(request, response);
      sendJson(response, statusOf(code), {
        code,
        message: refusals[code][readLanguage(request.headers["accept-language"])],
      });
    }
  };
}

/** A refusal outside GraphQL's own pipeline, with the same messages and shape. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, code: GatewayCode): void {
  const traceId = newTraceId();
  response.setHeader(traceIdHeader, traceId);
  const reader = { language: readLanguage(request.headers["accept-language"]), traceId };
  leaveUnread(request, response);
  sendJson(response, statusOf(code), { errors: presentErrors([new GatewayRefusal(code)], reader) });
}
