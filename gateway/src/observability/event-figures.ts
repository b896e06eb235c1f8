import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { SubgraphClient } from "../subgraphs/client.js";
import { type Data, isData } from "../subgraphs/data.js";
import { newTraceId } from "../subgraphs/trace-id.js";

/** A subgraph's figures about its events; null when it did not answer. */
export interface EventFigures {
  subgraph: string;
  figures: SubgraphFigures | null;
}

interface SubgraphFigures {
  unpublished: number;
  oldestUnpublishedMs: number;
  waiting: number;
  parkedKeys: number;
  oldestWriterMs: number;
  /** Source → events on the bus that the subgraph has not handled. */
  lag: Record<string, number>;
  /** What the subgraph counts besides, each by one label. */
  figures: readonly { name: string; help: string; label: string; values: Record<string, number> }[];
}

/**
 * Asks every subgraph, at the moment of being looked at. They answer the gateway's signature only, so that there is
 * one place to look and no further port to guard.
 */
export function createEventFigures(client: SubgraphClient, subgraphs: () => Iterable<string>) {
  return (): Promise<EventFigures[]> =>
    Promise.all(
      [...subgraphs()].map(async (subgraph) => {
        const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(2_000) };
        const request = { subgraph, path: "/internal/event-metrics", body: "{}", repeatable: true };
        return { subgraph, figures: readFigures(await client.post(request, caller).catch(() => null)) };
      }),
    );
}

/** Null for anything else than figures: one number that is none would cost the whole page on which they are shown. */
function readFigures(answer: unknown): SubgraphFigures | null {
  if (!isData(answer) || !isData(answer.lag)) return null;
  const { unpublished, oldestUnpublishedMs, waiting, parkedKeys, oldestWriterMs = 0, figures = [] } = answer;
  const counted = { unpublished, oldestUnpublishedMs, waiting, parkedKeys, oldestWriterMs };
  if (Object.values(counted).some((count) => typeof count !== "number")) return null;
  const own = Array.isArray(figures) ? figures.filter(isFigure) : [];
  return {
    ...(counted as Record<keyof typeof counted, number>),
    lag: numbersOf(answer.lag),
    figures: own.map((figure) => ({ ...figure, values: numbersOf(figure.values) })),
  };
}

function numbersOf(values: Data): Record<string, number> {
  const numbers = Object.entries(values).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  );
  return Object.fromEntries(numbers);
}

/** Names stand in Prometheus' text as they are, so they are made of letters. */
function isFigure(figure: unknown): figure is SubgraphFigures["figures"][number] {
  if (!isData(figure)) return false;
  const { name, help, label, values } = figure;
  return [name, label].every(isName) && typeof help === "string" && isData(values);
}

function isName(name: unknown): boolean {
  return typeof name === "string" && /^[a-z][a-z_]*$/.test(name) && name !== "subgraph";
}
