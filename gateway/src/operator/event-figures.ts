import { anonymous } from "@campus-graph/kit/viewer";
import { newTraceId } from "../door/trace.js";
import type { SubgraphClient } from "../execution/subgraph-client.js";

/** What a subgraph tells of its events; null when it could not be asked. */
export interface EventFigures {
  subgraph: string;
  told: Told | null;
}

interface Told {
  unpublished: number;
  oldestUnpublishedMs: number;
  waiting: number;
  parkedKeys: number;
  oldestWriterMs?: number;
  /** Source → events on the bus that the subgraph has not handled. */
  lag: Record<string, number>;
  /** What the subgraph counts besides, each by one label. */
  figures?: readonly { name: string; help: string; label: string; values: Record<string, number> }[];
}

/**
 * Asks every subgraph, at the moment of being looked at. They answer the gateway's signature only, so that there is
 * one place to look and no further door to guard.
 */
export function createEventFigures(client: SubgraphClient, subgraphs: () => Iterable<string>) {
  return (): Promise<EventFigures[]> =>
    Promise.all(
      [...subgraphs()].map(async (subgraph) => {
        const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(2_000) };
        const request = { subgraph, path: "/internal/event-metrics", body: "{}", repeatable: true };
        const told = await client.post(request, caller).catch(() => null);
        return { subgraph, told: isTold(told) ? told : null };
      }),
    );
}

function isTold(answer: unknown): answer is Told {
  return typeof answer === "object" && answer !== null && "lag" in answer;
}
