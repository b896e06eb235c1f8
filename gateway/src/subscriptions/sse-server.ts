import type { ServerResponse } from "node:http";
import type { ExecutionResult, GraphQLError } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { readGraphQLBody } from "../http/graphql-request.js";
import { privateAnswer } from "../http/headers.js";
import type { Handler } from "../http/server.js";
import type { Outcome, RunOverSocket } from "../operations/run-over-socket.js";
import type { PassHeaders } from "../subgraphs/passed-headers.js";
import { type Authenticate, readAddressAndLanguage } from "../viewer/authenticate.js";
import { readCredentials } from "../viewer/credentials.js";
import { RenewedViewer } from "../viewer/renewed-viewer.js";
import { type ConnectionRegister, closeCodes, type OpenConnection } from "./connection-register.js";
import type { Subscribe } from "./subscribe.js";

interface Options {
  run: RunOverSocket;
  subscribe: Subscribe;
  authenticate: Authenticate;
  /** Whose session cookies count; null: none do. */
  publicUrl: string | null;
  /** Streams are counted and closed as sockets are, and beside them. */
  connections: ConnectionRegister;
  bodyBytes: number;
  pingIntervalMs: number;
  /** Left out: none are. */
  passHeaders?: PassHeaders;
  behindProxy: boolean;
}

/**
 * GraphQL over Server-Sent Events, one operation to a request (the protocol's “distinct connections”). What is sent is
 * waited for, so that a slow client holds one page of a tail and no more.
 */
export function serveEventStreams(options: Options): Handler {
  const { connections } = options;
  return async (request, response) => {
    const { address } = readAddressAndLanguage(request, options.behindProxy);
    if (!connections.enter(address)) throw new GatewayRefusal("TOO_MANY_SUBSCRIPTIONS");
    response.once("close", () => connections.exit(address));
    // Posted as JSON, which no page of another site can make a browser do unasked.
    if (request.method !== "POST") throw new GatewayRefusal("UNSUPPORTED_MEDIA_TYPE");
    const params = await readGraphQLBody(request, options.bodyBytes);
    const authenticated = new RenewedViewer(
      await options.authenticate(
        readCredentials(request, options.publicUrl),
        readAddressAndLanguage(request, options.behindProxy),
      ),
    );
    const stream = new OpenStream(response);
    if (response.destroyed) return;
    if (!connections.claim(stream, authenticated)) throw new GatewayRefusal("TOO_MANY_SUBSCRIPTIONS");
    const disconnected = new AbortController();
    response.once("close", () => {
      connections.release(stream);
      disconnected.abort();
    });
    // The stream is open from here on, so that it can be closed at any moment.
    begin(response);
    const opened = await open(
      await options.run(params, authenticated, disconnected.signal, options.passHeaders?.(request)),
      options,
    );
    stream.isTail = Symbol.asyncIterator in opened;
    await writeResults(response, opened, options.pingIntervalMs);
  };
}

/**
 * Closed without a last `complete`, so that the client knows that it was cut off and comes back from its cursor. It may
 * have several reasons to close, and a slow client keeps it open after the first.
 */
class OpenStream implements OpenConnection {
  /** A query's or mutation's stream ends by itself, and its client waits for the answer. */
  isTail = false;

  constructor(readonly response: ServerResponse) {}

  close(_code: number, reason: string): void {
    if (isOpen(this.response)) this.response.end(`: ${reason}\n\n`);
  }

  terminate(): void {
    this.response.destroy();
  }

  get bufferedAmount(): number {
    return this.response.writableLength;
  }

  goAway(): void {
    if (this.isTail) this.close(closeCodes.goingAway, "Going away");
  }
}

/** What is wrong with an operation is the stream's one result, as it is a socket's. */
async function open(
  outcome: Outcome,
  { subscribe }: Options,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  if ("refused" in outcome) return { errors: outcome.refused as GraphQLError[] };
  return "subscription" in outcome ? subscribe(outcome.subscription) : outcome.result;
}

function begin(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": privateAnswer,
    "x-accel-buffering": "no",
  });
  response.write(":\n\n");
}

async function writeResults(
  response: ServerResponse,
  opened: AsyncGenerator<ExecutionResult> | ExecutionResult,
  pingIntervalMs: number,
): Promise<void> {
  const pings = keepAlive(response, pingIntervalMs);
  try {
    for await (const result of resultsOf(response, opened)) {
      if (!isOpen(response)) break;
      await written(response, `event: next\ndata: ${JSON.stringify(result)}\n\n`);
    }
    if (isOpen(response)) response.end("event: complete\ndata:\n\n");
  } finally {
    clearInterval(pings);
  }
}

/** The tail of a client that has left is returned at once, also while it waits for news. */
function resultsOf(
  response: ServerResponse,
  opened: AsyncGenerator<ExecutionResult> | ExecutionResult,
): AsyncIterable<ExecutionResult> | ExecutionResult[] {
  if (!(Symbol.asyncIterator in opened)) return [opened];
  const leave = () => void opened.return(undefined);
  response.once("close", leave);
  if (!isOpen(response)) leave();
  return opened;
}

function isOpen({ writableEnded, destroyed }: ServerResponse): boolean {
  return !writableEnded && !destroyed;
}

/** Resolves when the system took the text, or the client is gone. */
function written(response: ServerResponse, text: string): Promise<void> {
  if (response.write(text)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      response.off("drain", end);
      response.off("close", end);
      resolve();
    };
    response.once("drain", end);
    response.once("close", end);
  });
}

/** A client that has taken nothing since the last ping is cut; one that takes it slowly is not. */
function keepAlive(response: ServerResponse, intervalMs: number): NodeJS.Timeout {
  let taken: number | null = null;
  return setInterval(() => {
    if (!response.writableNeedDrain) {
      taken = null;
      if (isOpen(response)) response.write(":\n\n");
      return;
    }
    const before = taken;
    taken = takenBy(response);
    if (taken === before) response.destroy();
  }, intervalMs);
}

/** Bytes that the system has taken for the client so far. */
function takenBy({ socket }: ServerResponse): number {
  return socket ? socket.bytesWritten - socket.writableLength : 0;
}
