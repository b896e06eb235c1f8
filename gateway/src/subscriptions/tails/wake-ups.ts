import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { SubgraphClient } from "../../subgraphs/client.js";
import type { TailedList } from "../../subgraphs/supergraph.js";
import { newTraceId } from "../../subgraphs/trace-id.js";
import type { TailTiming } from "../subscription-limits.js";

/** Raised when a subject's feed may have grown; raised between two waits, it is kept for the next. */
export interface NewsSignal {
  /** Resolves when it is next raised, or dropped. */
  wait(): Promise<void>;
  drop(): void;
}

/** Turns the bus's empty notification into signals to exactly those subjects whose feeds have grown. */
export interface WakeUps {
  signalFor(feed: TailedList, subject: string): NewsSignal;
  /** The bus called: some feed, somewhere, may have grown. */
  wake(): void;
}

interface FollowedFeed extends TailedList {
  signals: Map<string, Set<RaisableSignal>>;
  /** The feed's position as of the last poll; null: not polled yet. */
  position: string | null;
  reading: boolean;
  again: boolean;
  retry: NodeJS.Timeout | null;
  /** Asks at a slow interval, should a word from the bus be lost: one question for all who listen. */
  net: NodeJS.Timeout | null;
}

type RaisableSignal = NewsSignal & { raise(): void };

interface News {
  position: string;
  subjects: string[];
  more: boolean;
  /** The subgraph does not know the position that was polled (any more). */
  reset?: boolean;
}

const retryMs = 500;

export function createWakeUps(
  client: SubgraphClient,
  { slowIntervalMs }: Pick<TailTiming, "slowIntervalMs">,
): WakeUps {
  const feeds = new Map<string, FollowedFeed>();

  const readNews = async ({ subgraph, list, position }: FollowedFeed): Promise<News> => {
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
    if (feed.reading) return;
    feed.reading = true;
    try {
      while (feed.again && feed.signals.size > 0) {
        feed.again = false;
        const news = await readNews(feed);
        // Nobody knows what was missed before the first answer, so everybody looks.
        const isUnknown = feed.position === null || news.reset === true;
        const moved = isUnknown ? [...feed.signals.keys()] : news.subjects;
        feed.position = news.position;
        feed.again ||= news.more;
        for (const subject of moved) for (const signal of feed.signals.get(subject) ?? []) signal.raise();
      }
    } catch {
      // The position stays, so nothing is missed.
      feed.retry ??= setTimeout(() => {
        feed.retry = null;
        void look(feed);
      }, retryMs).unref();
    } finally {
      feed.reading = false;
    }
  };

  return {
    signalFor({ list, subgraph }, subject) {
      const key = `${subgraph} ${list}`;
      const feed = feeds.get(key) ?? {
        list,
        subgraph,
        signals: new Map(),
        position: null,
        reading: false,
        again: false,
        retry: null,
        net: null,
      };
      feeds.set(key, feed);
      feed.net ??= setInterval(() => void look(feed), slowIntervalMs).unref();
      const signal = createSignal(() => {
        const signals = feed.signals.get(subject);
        signals?.delete(signal);
        if (signals?.size === 0) feed.signals.delete(subject);
        // What moves while nobody listens is of no interest.
        if (feed.signals.size > 0) return;
        feed.position = null;
        if (feed.net) clearInterval(feed.net);
        feed.net = null;
      });
      const signals = feed.signals.get(subject) ?? new Set();
      feed.signals.set(subject, signals.add(signal));
      // The feed's position is read now, so that the first notification need not wake everybody.
      if (feed.position === null) void look(feed);
      return signal;
    },
    wake() {
      for (const feed of feeds.values()) void look(feed);
    },
  };
}

function createSignal(onDrop: () => void): RaisableSignal {
  let rung = false;
  let wakeUp: (() => void) | null = null;
  const raise = (): void => {
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
    raise,
    drop() {
      onDrop();
      raise();
    },
  };
}
