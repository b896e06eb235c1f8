import type { ServerResponse } from "node:http";
import { presentRefusal } from "@campus-graph/kit/graphql/refusal.type";
import {
  BadInput,
  Forbidden,
  NotFound,
  type Refusal,
  TooManyAttempts,
} from "@campus-graph/kit/refusals/refusal";
import { Interrupted } from "@campus-graph/kit/sql/interruption";
import type { IdentityContext } from "../context.js";
import { AlreadySignedIn, FormTooLarge } from "../domain/refusals.js";
import { refusals } from "../refusals.js";
import { sendPage } from "../sso/pages/layout.js";
import { refusedPage } from "../sso/pages/session-pages.js";

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(text),
      "cache-control": "private, no-store",
    })
    .end(text);
}

/** The refusal's code, and what it says to a person in their language. */
export function sendRefusal(response: ServerResponse, context: IdentityContext, refusal: Refusal): void {
  if (refusal instanceof TooManyAttempts)
    response.setHeader("retry-after", String(refusal.details.retryAfterSeconds));
  sendJson(response, statusOf(refusal), presentRefusal(context, refusal, refusals));
}

/** The same to a browser that goes from page to page. */
export function showRefusal(response: ServerResponse, context: IdentityContext, refusal: Refusal): void {
  if (refusal instanceof TooManyAttempts)
    response.setHeader("retry-after", String(refusal.details.retryAfterSeconds));
  sendPage(response, statusOf(refusal), refusedPage(context.viewer.language, refusal));
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "private, no-store" }).end();
}

const statuses = [
  [BadInput, 400],
  [Forbidden, 403],
  [NotFound, 404],
  [Interrupted, 503],
  [AlreadySignedIn, 409],
  [FormTooLarge, 413],
  [TooManyAttempts, 429],
] as const;

function statusOf(refusal: Refusal): number {
  return statuses.find(([kind]) => refusal instanceof kind)?.[1] ?? 422;
}
