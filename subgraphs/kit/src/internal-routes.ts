import { firstUse } from "./auth/nonces.js";
import type { Viewer } from "./auth/viewer.js";
import type { Context } from "./context.js";
import type { Events } from "./events/events.js";
import { type FeedNewsRequest, feedNews } from "./feed/feed-news.js";
import { presentRefusal } from "./graphql/refusal.type.js";
import { refusalOf } from "./graphql/refusal-to-graphql.js";
import type { SignedHandler } from "./http/signed-server.js";
import type { RefusalSentences } from "./refusals/refusal.js";

/** Answers a signed `POST /internal/<name>` with something for JSON. */
export type InternalHandler<S> = (context: Context<S>, body: never) => Promise<object>;

type ContextFor<S> = (viewer: Viewer, traceId: string) => Context<S>;

/** A figure of a subgraph's own that operators watch, by one label of a closed set. The gateway shows it as a gauge. */
export interface Figure {
  /** As Prometheus names it, without the graph's own prefix, e.g. `partner_misses_withheld`. */
  name: string;
  /** What it counts, in a sentence. */
  help: string;
  label: string;
  values: Readonly<Record<string, number>>;
}

/** What operators ask: how far events are behind, which keys wait for a person, and to try one again. */
export function operatorReads(
  events: Events,
  figures: () => readonly Figure[],
): Record<string, InternalHandler<unknown>> {
  return {
    "event-metrics": async () => ({ ...(await events.metrics()), figures: figures() }),
    parked: async () => ({ parked: await events.deadLetters() }),
    "retry-parked": async (_, { key }: { key: string }) => ({ found: await events.retryDeadLetters(key) }),
  };
}

/** Whose feed has grown, as gateways ask. */
export function feedReads(feeds: readonly { name: string }[]): InternalHandler<unknown> {
  const newsOf = feedNews(feeds);
  return (context, request: FeedNewsRequest) => newsOf(context.em, request);
}

export function internalReads<S>(
  reads: Readonly<Record<string, InternalHandler<S>>>,
  contextFor: ContextFor<S>,
): Record<string, SignedHandler> {
  return atPaths(reads, (read) => async ({ verified, body }) => {
    const context = contextFor(verified.viewer, verified.traceId);
    return { status: 200, body: await read(context, JSON.parse(body) as never) };
  });
}

/**
 * What an operator does at run time. A signature is good for one sending, as a mutation's is; a refusal is answered 422
 * with its code and its sentence in the operator's language.
 */
export function operatorCommands<S>(
  {
    operatorCommands = {},
    refusals,
  }: {
    operatorCommands?: Readonly<Record<string, InternalHandler<S>>>;
    refusals: RefusalSentences;
  },
  contextFor: ContextFor<S>,
): Record<string, SignedHandler> {
  return atPaths(operatorCommands, (command) => async ({ verified, body }) => {
    const context = contextFor(verified.viewer, verified.traceId);
    if (!(await firstUse(context.em, verified.nonce, new Date())))
      return { status: 401, body: { error: "REPLAYED" } };
    try {
      return { status: 200, body: await command(context, JSON.parse(body) as never) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return { status: 422, body: presentRefusal(context, refusal, refusals) };
    }
  });
}

function atPaths<Handler>(
  handlers: Readonly<Record<string, Handler>>,
  signed: (handler: Handler) => SignedHandler,
): Record<string, SignedHandler> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [`/internal/${name}`, signed(handler)]),
  );
}
