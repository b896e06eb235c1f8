import { firstUse } from "./auth/nonces.js";
import type { Viewer } from "./auth/viewer.js";
import type { Context } from "./context.js";
import type { Events } from "./events/events.js";
import { type FeedNewsRequest, feedNews } from "./feed/feed-news.js";
import { presentRefusal } from "./graphql/refusal.type.js";
import { refusalOf } from "./graphql/refusal-to-graphql.js";
import type { SignedHandler } from "./http/signed-server.js";
import { deadJobs, jobCounts, retryDeadJob } from "./jobs/job-queue.js";
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

/**
 * What operators ask: how far events and jobs are behind, which of them wait for a person, and to try one again: the
 * events of a key, or the job of an id.
 */
export function operatorReads(
  events: Events,
  figures: () => readonly Figure[],
): Record<string, InternalHandler<unknown>> {
  return {
    "event-metrics": async ({ em }) => ({
      ...(await events.metrics()),
      figures: [{ ...jobFigure, values: await jobCounts(em) }, ...figures()],
    }),
    parked: async ({ em }) => ({ parked: await events.deadLetters(), jobs: await deadJobs(em) }),
    "retry-parked": async ({ em, clock }, { key }: { key: string }) => ({
      found: (await events.retryDeadLetters(key)) || (await retryDeadJob(em, key, clock.now())),
    }),
  };
}

const jobFigure = { name: "jobs", help: "Later work, by what it waits for.", label: "state" };

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
