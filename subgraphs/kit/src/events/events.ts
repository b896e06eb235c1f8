import { setTimeout as delay } from "node:timers/promises";
import type { EntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import type { Withdrawal } from "../auth/viewer.js";
import type { Context } from "../context.js";
import type { Log } from "../ops/log.js";
import { type Loop, startLoop } from "../ops/loop.js";
import { Acknowledging } from "../revocation/acknowledge.js";
import type { Listening } from "../sql/listen.js";
import type { Bus } from "./bus.js";
import { readHead } from "./epoch.js";
import type { Reactions } from "./event.js";
import { onFeedsGrown } from "./feed-growth.js";
import { Inbox } from "./inbox.js";
import { onEventsCommitted } from "./outbox.js";
import { Relay } from "./relay.js";
import type { DeadLetterKey } from "./retry-queue.js";

export interface EventsOptions<S> {
  /** The subgraph's schema, which is its name as a source. */
  schema: string;
  /** A direct connection to the subgraph's database. */
  url: string;
  em: EntityManager;
  bus: Bus;
  reactions: Reactions<S>;
  contextFor: (em: EntityManager) => Context<S>;
  log: Log;
  /** How long a failed reaction waits after its nth failure; doubling from 50 ms when absent. */
  retryDelayMs?: (attempts: number) => number;
}

/** What an operator watches. */
export interface EventMetrics {
  /** Events committed and not yet on the bus, and the age of the oldest. */
  unpublished: number;
  oldestUnpublishedMs: number;
  /** Source → events on the bus that this subgraph has not handled. */
  lag: Record<string, number>;
  waiting: number;
  parkedKeys: number;
  /** The age of this subgraph's oldest transaction that has written and is still open; 0 when there is none. */
  oldestWriterMs: number;
}

/** A subgraph's part in the events: it relays its own and reacts to the others'. */
export interface Events {
  /** Events may have been committed. */
  wake(): void;
  /**
   * Relays and reacts until nothing is left, failing events included, until they succeed or are dead letters.
   * Resolves to how much was done since it was last called, in the background too: 0 means that nothing has happened,
   * so several subgraphs are settled when all of them say 0 in turn.
   */
  settle(): Promise<number>;
  /** The keys whose events failed too often, for `npm run dead-letters`. */
  deadLetters(): Promise<DeadLetterKey[]>;
  /** Has the dead letters of a key tried again. False when there are none. */
  retryDeadLetters(key: string): Promise<boolean>;
  metrics(): Promise<EventMetrics>;
  /** Whether something was taken from a viewer that they would still find here. */
  isBehind(withdrawals: readonly Withdrawal[]): Promise<boolean>;
  stop(): Promise<void>;
}

const netMs = 500;
const stuckAfterMs = 30_000;

/** Starts relaying and reacting. The bus stays the caller's to close. */
export async function startEvents<S>(options: EventsOptions<S>): Promise<Events> {
  const { schema, url, em, bus, log } = options;
  await bus.prepare();
  // Before anything is served: a cursor from before a restore must not be believed.
  await detectRestore(url, schema);
  const inbox = new Inbox(options);
  await inbox.prepare();
  const acknowledging = new Acknowledging({
    em,
    bus,
    participant: schema,
    types: Object.keys(options.reactions),
  });
  await acknowledging.prepare();
  const relay = new Relay({ url, schema, bus, log });
  // The first round compares with what the bus has. Where that fails, the loop has logged it and tries again.
  await relay.round().catch(() => undefined);
  let settling = 0;
  const loop: Loop = startLoop({
    netMs,
    async round() {
      const done = await inbox.round({ retryNow: settling > 0 });
      await acknowledging.round();
      return done;
    },
    onError: (error) => log.warn({ err: error }, "the inbox will try again"),
  });
  onEventsCommitted(em, () => relay.wake());
  onFeedsGrown(em, () =>
    // The gateways also look by themselves now and then, so what is committed is not undone for a lost wake-up.
    bus.announceNews().catch((error: unknown) => log.warn({ err: error }, "the gateways were not woken")),
  );
  const listening: Listening = bus.listen({
    onEvents: () => loop.wake(),
    onReplayRequested: () => relay.wakeForReplay(),
  });

  let settledTotal = 0;
  async function settle(): Promise<number> {
    let until = Date.now() + stuckAfterMs;
    while (Date.now() < until) {
      const round = (await relay.round()) + (await loop.round());
      if (round > 0) until = Date.now() + stuckAfterMs;
      if (round === 0 && (await hasPublishedAll(em.fork())) && (await inbox.isIdle())) {
        const total = relay.total() + loop.total();
        const done = total - settledTotal;
        settledTotal = total;
        return done;
      }
      // Another copy has the lock or the offset row: let it finish.
      if (round === 0) await delay(5);
    }
    throw new Error(`The events of ${schema} did not settle: nothing moved for ${stuckAfterMs} ms.`);
  }

  return {
    wake: () => relay.wake(),
    async settle() {
      settling++;
      return settle().finally(() => settling--);
    },
    deadLetters: () => inbox.retryQueue.deadLetters(em.fork()),
    async retryDeadLetters(key) {
      const found = await inbox.retryQueue.release(em.fork(), key);
      loop.wake();
      return found;
    },
    async metrics() {
      return {
        ...(await unpublishedEvents(em.fork())),
        lag: await inbox.lag(),
        ...(await inbox.retryQueue.counts(em.fork())),
        oldestWriterMs: await oldestWriterMs(em.fork()),
      };
    },
    isBehind: (withdrawals) => acknowledging.isBehind(withdrawals),
    async stop() {
      await listening.stop();
      await loop.stop();
      await relay.stop();
    },
  };
}

async function detectRestore(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    await readHead(client, "unknown");
  } finally {
    await client.end();
  }
}

async function hasPublishedAll(em: EntityManager): Promise<boolean> {
  const [row] = await em.execute<{ all_published: boolean }[]>(
    `select published = position and not exists (select from outbox where position is null) as all_published
     from outbox_head`,
  );
  return row!.all_published;
}

async function unpublishedEvents(
  em: EntityManager,
): Promise<{ unpublished: number; oldestUnpublishedMs: number }> {
  const [row] = await em.execute<{ unpublished: number; oldest_ms: number }[]>(
    `select count(*)::int as unpublished,
       coalesce(extract(epoch from clock_timestamp() - min(occurred_at)) * 1000, 0)::int as oldest_ms
     from outbox, outbox_head
     where outbox.position is null or (outbox.epoch = outbox_head.epoch and outbox.position > outbox_head.published)`,
  );
  return { unpublished: row!.unpublished, oldestUnpublishedMs: row!.oldest_ms };
}

/** A role sees the transactions of its own connections only, which are all of this subgraph's. */
async function oldestWriterMs(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ oldest_ms: number }[]>(
    `select coalesce(extract(epoch from clock_timestamp() - min(xact_start)) * 1000, 0)::int as oldest_ms
     from pg_stat_activity
     where datname = current_database() and usename = current_user and backend_xid is not null`,
  );
  return row!.oldest_ms;
}
