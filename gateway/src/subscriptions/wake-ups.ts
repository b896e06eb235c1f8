import { anonymous } from "@campus-graph/kit/viewer";
import type { SubgraphClient } from "../subgraphs/client.js";
import type { TailedList } from "../subgraphs/supergraph.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import type { TailPace } from "./limits.js";

/** Rings when a subject's feed may have grown. A ring between two waits is kept for the next. */
export interface Bell {
  /** Resolves at the next ring, or when the bell is dropped. */
  wait(): Promise<void>;
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
  retry: NodeJS.Timeout | null;
  /** Asks at a slow interval, should a word from the bus be lost: one question for all who listen. */
  net: NodeJS.Timeout | null;
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

export function createWakeUps(
  client: SubgraphClient,
  { slowIntervalMs }: Pick<TailPace, "slowIntervalMs">,
): WakeUps {
  const feeds = new Map<string, FollowedFeed>();

  const ask = async ({ subgraph, list, position }: FollowedFeed): Promise<News> => {
    const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(5_000) };
    const body = JSON.stringify({ feed: list, since: position });
    const answer = await client.post(
      { subgraph, path: "/internal/feed-news", body, repeatable: true },
      caller,
    );
    const { subjects, position: until } = answer as Partial<News>;
    if (!Array.isArray(subjects) || typeof until !== "string")
      throw new Error(`${subgraph} did not say whose ${list} moved`);
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
      // The position stays, so nothing is missed.
      feed.retry ??= setTimeout(() => {
        feed.retry = null;
        void look(feed);
      }, retryMs).unref();
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
        retry: null,
        net: null,
      };
      feeds.set(key, feed);
      feed.net ??= setInterval(() => void look(feed), slowIntervalMs).unref();
      const bell = createBell(() => {
        const bells = feed.bells.get(subject);
        bells?.delete(bell);
        if (bells?.size === 0) feed.bells.delete(subject);
        // What moves while nobody listens is of no interest.
        if (feed.bells.size > 0) return;
        feed.position = null;
        if (feed.net) clearInterval(feed.net);
        feed.net = null;
      });
      const bells = feed.bells.get(subject) ?? new Set();
      feed.bells.set(subject, bells.add(bell));
      // Where the feed stands is asked now, so that the first news need not move everybody.
      if (feed.position === null) void look(feed);
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
  const ring = (): void => {
    if (!wakeUp) {
      rung = true;
      return;
    }
    wakeUp();
    wakeUp = null;
  };
  return {
    wait() {
      if (!rung)
        return new Promise((resolve) => {
          wakeUp = resolve;
        });
      rung = false;
      return Promise.resolve();
    },
    ring,
    drop() {
      onDrop();
      ring();
    },
  };
}
