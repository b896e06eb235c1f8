import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Dispatcher } from "undici";
import type { Caller } from "../subgraphs/caller.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { disconnectionOf } from "./disconnection.js";
import { hasBody } from "./request-body.js";
import type { Handler } from "./server.js";

/** These belong to one connection (RFC 9110 §7.6.1), or are ours to say. */
const notForwarded = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-campus-viewer",
  "x-campus-trace",
  "x-campus-signature",
]);

interface Options {
  subgraph: string;
  client: SubgraphClient;
  publicUrl: string;
  /** Whether the client's `host` header is passed on; otherwise the public host is. */
  trustsHost: boolean;
  /** What every answer says, whatever the subgraph says. */
  answerHeaders?: Readonly<Record<string, string>>;
  /** On whose behalf the request is forwarded. */
  callerOf: (request: IncomingMessage, response: ServerResponse, signal: AbortSignal) => Promise<Caller>;
}

/**
 * Forwards a request to a subgraph, its path unstripped: a sign-in server behind another path breaks its own discovery
 * and cookies.
 */
export function forwardTo({
  subgraph,
  client,
  publicUrl,
  trustsHost,
  answerHeaders,
  callerOf,
}: Options): Handler {
  const front = new URL(publicUrl);
  return async (request, response) => {
    const disconnected = disconnectionOf(response);
    const caller = await callerOf(request, response, disconnected);
    const host = (trustsHost && request.headers.host) || front.host;
    const answer = await client.stream(
      {
        subgraph,
        method: (request.method ?? "GET") as Dispatcher.HttpMethod,
        path: request.url ?? "/",
        headers: {
          ...passing(request.headers),
          host,
          "x-forwarded-host": host,
          "x-forwarded-proto": front.protocol.slice(0, -1),
          "x-forwarded-for": caller.viewer.address,
        },
        body: hasBody(request) ? request : null,
      },
      caller,
    );
    await relay(answer, response, answerHeaders);
  };
}

async function relay(
  answer: Dispatcher.ResponseData,
  response: ServerResponse,
  answerHeaders: Readonly<Record<string, string>> = {},
): Promise<void> {
  response.writeHead(answer.statusCode, { ...passing(answer.headers), ...answerHeaders });
  try {
    await pipeline(answer.body, response);
  } catch (error) {
    // The client left, or the subgraph died in mid-answer: either way there is nobody to tell.
    if (!response.destroyed) throw error;
  }
}

function passing(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string | string[]] => entry[1] !== undefined && !notForwarded.has(entry[0]),
    ),
  );
}
