import { anonymous } from "@campus-graph/kit/viewer";
import { newTraceId } from "../door/trace.js";
import type { SubgraphClient } from "../execution/subgraph-client.js";
import type { TailedList } from "../supergraph.js";

/** Rings when a subject's feed may have grown. A ring between two waits is kept for the next. */
export interface Bell {
  /** Resolves at the next ring, or after that long, or when the signal fires. */
  wait(timeoutMs: number, signal: AbortSignal): Promise<void>;
  drop(): void;
}

/** Turns an empty word from the bus into bells of exactly those subjects whose feeds moved. */
export interface WakeUps {
  bellFor(feed: TailedList, subject: string): Bell;
  /** The bus called: some feed, somewhere, may have grown. */
  wake(): void;
}

interface FollowedFeed extends TailedList {
  bells: Map<string, Set<RingableBell>>;
  /** Up to where the feed's subgraph has told what moved; null: not asked yet. */
  position: string | null;
  asking: boolean;
  again: boolean;
}

type RingableBell = Bell & { ring(): void };

interface News {
  position: string;
  subjects: string[];
  more: boolean;
  /** The position asked about means nothing (any more). */
  reset?: boolean;
}

const retryMs = 500;

export function createWakeUps(client: SubgraphClient): WakeUps {
  const feeds = new Map<string, FollowedFeed>();

  const ask = async ({ subgraph, list, position }: FollowedFeed): Promise<News> => {
    const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(5_000) };
    const body = JSON.stringify({ feed: list, since: position });
    const answer = await client.post(
      { subgraph, path: "/internal/feed-news", body, repeatable: true },
      caller,
    );
    const { subjects } = answer as Partial<News>;
    if (!Array.isArray(subjects)) throw new Error(`${subgraph} did not say whose ${list} moved`);
    return answer as News;
  };

  // One question at a time per feed: however many calls come meanwhile, one more question answers them all.
  const look = async (feed: FollowedFeed): Promise<void> => {
    feed.again = true;
    if (feed.asking) return;
    feed.asking = true;
    try {
      while (feed.again && feed.bells.size > 0) {
        feed.again = false;
        const news = await ask(feed);
        // Nobody knows what was missed before the first answer, so everybody looks.
        const isUnknown = feed.position === null || news.reset === true;
        const moved = isUnknown ? [...feed.bells.keys()] : news.subjects;
        feed.position = news.position;
        feed.again ||= news.more;
        for (const subject of moved) for (const bell of feed.bells.get(subject) ?? []) bell.ring();
      }
    } catch {
      // The position stays, so nothing is missed; the slow interval is the net meanwhile.
      setTimeout(() => void look(feed), retryMs).unref();
    } finally {
      feed.asking = false;
    }
  };

  return {
    bellFor({ list, subgraph }, subject) {
      const key = `${subgraph} ${list}`;
      const feed = feeds.get(key) ?? {
        list,
        subgraph,
        bells: new Map(),
        position: null,
        asking: false,
        again: false,
      };
      feeds.set(key, feed);
      const bell = createBell(() => {
        const bells = feed.bells.get(subject);
        bells?.delete(bell);
        if (bells?.size === 0) feed.bells.delete(subject);
        // What moves while nobody listens is of no interest.
        if (feed.bells.size === 0) feed.position = null;
      });
      const bells = feed.bells.get(subject) ?? new Set();
      feed.bells.set(subject, bells.add(bell));
      return bell;
    },
    wake() {
      for (const feed of feeds.values()) void look(feed);
    },
  };
}

function createBell(onDrop: () => void): RingableBell {
  let rung = false;
  let wakeUp: (() => void) | null = null;
  return {
    wait(timeoutMs, signal) {
      if (rung || signal.aborted) {
        rung = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", end);
          wakeUp = null;
          rung = false;
          resolve();
        };
        const timer = setTimeout(end, timeoutMs);
        signal.addEventListener("abort", end, { once: true });
        wakeUp = end;
      });
    },
    ring() {
      rung = true;
      wakeUp?.();
    },
    drop: onDrop,
  };
}
