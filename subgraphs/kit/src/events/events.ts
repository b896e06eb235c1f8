import type { EntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import type { Context } from "../context.js";
import type { Log } from "../log.js";
import type { Bus, Listening } from "./bus.js";
import { readHead } from "./epoch.js";
import type { Reactions } from "./event.js";
import { Inbox } from "./inbox.js";
import { type Loop, startLoop } from "./loop.js";
import { onEventsCommitted } from "./outbox.js";
import { Relay } from "./relay.js";

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
}

/** A subgraph's part in the events: it relays its own and reacts to the others'. */
export interface Events {
  /** Events may have been committed. */
  wake(): void;
  /** Relays and reacts until nothing is left, failing events included, until they succeed or are parked. How much was done. */
  settle(): Promise<number>;
  /** Has a parked key tried again. False when it is not parked. */
  retryParked(key: string): Promise<boolean>;
  metrics(): Promise<EventMetrics>;
  stop(): Promise<void>;
}

const netMs = 500;
const settleWithinMs = 30_000;

/** Starts relaying and reacting. The bus stays the caller's to close. */
export async function startEvents<S>(options: EventsOptions<S>): Promise<Events> {
  const { schema, url, em, bus, log } = options;
  await bus.prepare();
  // Before anything is served: a cursor from before a restore must not be believed.
  await detectRestore(url, schema);
  const inbox = new Inbox(options);
  await inbox.prepare();
  const relay = new Relay({ url, schema, bus, log });
  const loop: Loop = startLoop({
    netMs,
    round: () => inbox.round(),
    onError: (error) => log.warn({ err: error }, "the inbox will try again"),
  });
  onEventsCommitted(em, () => relay.wake());
  const listening: Listening = bus.listen(() => {
    loop.wake();
    relay.wakeForReplay();
  });
  const settling = new Settling(inbox, loop, relay, em);
  return {
    wake: () => relay.wake(),
    settle: () => settling.settle(),
    async retryParked(key) {
      const found = await inbox.waitingRoom.unpark(em.fork(), key);
      loop.wake();
      return found;
    },
    async metrics() {
      const unpublished = await unpublishedEvents(em.fork());
      return { ...unpublished, lag: await inbox.lag(), ...(await inbox.waitingRoom.counts(em.fork())) };
    },
    async stop() {
      await listening.stop();
      await loop.stop();
      await relay.stop();
    },
  };
}
