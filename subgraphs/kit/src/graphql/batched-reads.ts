import type { EntityManager } from "@mikro-orm/postgresql";
import type { Viewer } from "../auth/viewer.js";
import type { Context } from "../context.js";
import type { SignedHandler } from "../http/signed-server.js";
import type { createExecutor } from "./executor.js";

/**
 * One query, read for many viewers in one request. The gateway sends it for tails whose feeds moved together; its
 * signature covers the body, and so each viewer in it.
 */
export interface BatchedReads {
  query: string;
  operationName?: string;
  reads: { viewer: Viewer; traceId: string; variables: Record<string, unknown> }[];
}

/** More viewers than this never come from our gateway. */
const mostReads = 200;

interface Options<S> {
  executor: ReturnType<typeof createExecutor>;
  /** For the loading that the reads have in common. */
  em: () => EntityManager;
  contextFor: (viewer: Viewer, traceId: string) => Context<S>;
  /** Whether the viewer would find here what was taken from them. */
  isBehind: (viewer: Viewer) => Promise<boolean>;
}

/**
 * Answers with one line per read, in their order: what that viewer would have been answered alone; an empty one where
 * that is 503. Each has a context,
 * an entity manager, permissions and loaders of their own; see `loadShared` for what is done once for all.
 */
export function handleBatchedReads<S>({ executor, em, contextFor, isBehind }: Options<S>): SignedHandler {
  return async ({ body }) => {
    const { query, operationName, reads } = JSON.parse(body) as BatchedReads;
    if (!Array.isArray(reads) || reads.length > mostReads || executor.isMutation({ query, operationName }))
      return { status: 400, body: { error: "BAD_REQUEST" } };
    const batchScope = { em: em() };
    const answers = await Promise.all(
      reads.map(async ({ viewer, traceId, variables }) => {
        const context = { ...contextFor(viewer, traceId), batchScope };
        try {
          if (await isBehind(viewer)) return "";
          return JSON.stringify(await executor.run({ query, operationName, variables }, context));
        } catch (err) {
          context.log.error({ err, traceId }, "a read among others failed");
          return JSON.stringify({ error: "INTERNAL" });
        }
      }),
    );
    return { status: 200, body: answers.join("\n") };
  };
}
