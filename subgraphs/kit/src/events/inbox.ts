import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import type { Log } from "../ops/log.js";
import { type Bus, isWanted, type ReadEvent, type SourcePosition, type WantedEvent } from "./bus.js";
import { Dispatcher } from "./dispatcher.js";
import { follows, type Reactions } from "./event.js";
import { appendedRows, largestAppend } from "./feed-growth.js";
import { Offsets } from "./offsets.js";
import { RetryQueue } from "./retry-queue.js";

export interface InboxOptions<S> {
  em: EntityManager;
  bus: Bus;
  reactions: Reactions<S>;
  /** The context that reactions run in, over the entity manager of their transaction. */
  contextFor: (em: EntityManager) => Context<S>;
  log: Log;
  /** How long to wait after the nth failure. */
  retryDelayMs?: ((attempts: number) => number) | undefined;
}

/** How many events one transaction takes, and how long it may go on taking: well under the transaction timeout. */
const batchSize = 500;
const batchMs = 500;
/** How often to look whether the time of a waiting event has come. */
const waitingMs = 250;

/**
 * Reads every source that the reactions name, in order, and reacts to each event once.
 *
 * Several copies of a subgraph share the work: whoever holds a source's offset row is its reader for that batch.
 * Events are taken many to a transaction; when one of them fails the batch is halved until it stands alone, and then
 * it waits with its key while the stream goes on.
 */
export class Inbox<S> {
  readonly retryQueue: RetryQueue;
  readonly #em: EntityManager;
  readonly #bus: Bus;
  readonly #log: Log;
  readonly #types: readonly string[];
  readonly #offsets: Offsets;
  readonly #dispatcher: Dispatcher<S>;
  readonly #requestedReplays = new Map<string, string>();
  #waitingLookedAt = 0;

  constructor({ em, bus, log, reactions, contextFor, retryDelayMs }: InboxOptions<S>) {
    this.#em = em;
    this.#bus = bus;
    this.#log = log;
    this.#types = Object.keys(reactions);
    this.#offsets = new Offsets(em, sourcesOf(this.#types));
    this.#dispatcher = new Dispatcher(reactions, contextFor);
    this.retryQueue = new RetryQueue(log, retryDelayMs);
  }

  async prepare(): Promise<void> {
    await this.#offsets.prepare();
  }

  /** One batch of each source, and the waiting events whose time has come. Resolves to the number of events handled. */
  async round({ retryNow = false } = {}): Promise<number> {
    const offsets = await this.#offsets.current();
    const events = await this.#bus.read(offsets, this.#types, batchSize);
    const bySource = Map.groupBy(events, ({ source }) => source);
    let done = 0;
    for (const offset of offsets) done += await this.#read(offset, bySource.get(offset.source) ?? []);
    if (retryNow || Date.now() - this.#waitingLookedAt >= waitingMs)
      done += await this.#retryWaiting(retryNow);
    return done;
  }

  /** Whether every source has been read to the end of the bus and nothing waits for another try. */
  async isIdle(): Promise<boolean> {
    const unread = await this.#bus.read(await this.#offsets.stored(), [], 1);
    return unread.length === 0 && !(await this.retryQueue.hasRetryable(this.#em.fork()));
  }

  /** How many events of each source are on the bus and not yet handled, as far as positions show. */
  async lag(): Promise<Record<string, number>> {
    const lags: Record<string, number> = {};
    for (const { source, epoch, position } of await this.#offsets.stored()) {
      const head = await this.#bus.head(source);
      lags[source] = head ? head.position - (head.epoch === epoch ? position : 0) : 0;
    }
    return lags;
  }

  async #read(offset: SourcePosition, events: readonly ReadEvent[]): Promise<number> {
    const unbroken = await this.#upToGap(offset, events);
    if (unbroken.length === 0) return 0;
    if (unbroken.some(isWanted)) return this.#takeBatch(offset, unbroken);
    return (await this.#offsets.skip(offset, unbroken.at(-1)!)) ? unbroken.length : 0;
  }

  /** The events that follow each other. What is missing before the next one is requested from the source. */
  async #upToGap(offset: SourcePosition, events: readonly ReadEvent[]): Promise<readonly ReadEvent[]> {
    let last = offset;
    for (const [index, event] of events.entries()) {
      if (!follows(event, last)) {
        const from = event.epoch === last.epoch ? last.position + 1 : 1;
        await this.#requestReplay(offset.source, { epoch: event.epoch, from, to: event.position - 1 });
        return events.slice(0, index);
      }
      last = event;
    }
    return events;
  }

  async #requestReplay(source: string, range: { epoch: number; from: number; to: number }): Promise<void> {
    const request = JSON.stringify(range);
    if (this.#requestedReplays.get(source) !== request)
      this.#log.warn({ source, range }, "events are missing; the source is asked to send them again");
    this.#requestedReplays.set(source, request);
    await this.#bus.requestReplay(source, range);
  }

  async #takeBatch(offset: SourcePosition, events: readonly ReadEvent[]): Promise<number> {
    try {
      return await this.#handle(offset, events);
    } catch (error) {
      // While the database is away this fails too, and nothing is counted against the event.
      if (events.length === 1) return this.#setAside(offset, events[0]!, error);
      const half = Math.ceil(events.length / 2);
      const done = await this.#takeBatch(offset, events.slice(0, half));
      // A batch may stop early, and its rest is then read again.
      if (done < half) return done;
      return done + (await this.#takeBatch(events[half - 1]!, events.slice(half)));
    }
  }

  /** Reacts to the events, in one transaction, until time or feed rows are used up. Resolves to how many were taken. */
  async #handle(offset: SourcePosition, events: readonly ReadEvent[]): Promise<number> {
    const { source } = offset;
    const taken = await this.#transaction(async (em) => {
      if (!(await this.#offsets.take(em, offset))) return 0;
      const handled = await this.#dispatcher.handled(em, events.filter(isWanted));
      const waitingKeys = await this.retryQueue.keys(em, source);
      const fresh: string[] = [];
      const until = Date.now() + batchMs;
      let count = 0;
      for (const turn of this.#dispatcher.turns(events)) {
        if (count > 0 && (Date.now() > until || appendedRows(em) >= largestAppend)) break;
        count += turn.length;
        const due: WantedEvent[] = [];
        for (const event of turn.filter(isWanted)) {
          if (handled.has(event.id)) continue;
          handled.add(event.id);
          if (waitingKeys.has(event.key)) await this.retryQueue.queue(em, event);
          else due.push(event);
        }
        await this.#dispatcher.react(em, due);
        fresh.push(...due.map(({ id }) => id));
      }
      await this.#dispatcher.remember(em, source, fresh);
      await this.#offsets.move(em, source, events[count - 1]!);
      return count;
    });
    if (taken > 0) this.#offsets.moved(source, events[taken - 1]!);
    return taken;
  }

  async #setAside(offset: SourcePosition, event: ReadEvent, error: unknown): Promise<number> {
    this.#waitingLookedAt = 0;
    return this.#transaction(async (em) => {
      if (!isWanted(event) || !(await this.#offsets.take(em, offset))) return 0;
      await this.retryQueue.setAside(em, event, error);
      await this.#offsets.move(em, offset.source, event);
      return 1;
    });
  }

  async #retryWaiting(retryNow: boolean): Promise<number> {
    this.#waitingLookedAt = Date.now();
    let done = 0;
    for (const serial of await this.retryQueue.due(this.#em.fork(), retryNow)) {
      // There may be another behind it.
      this.#waitingLookedAt = 0;
      try {
        done += await this.#transaction(async (em) => {
          const event = await this.retryQueue.take(em, serial);
          if (!event) return 0;
          if ((await this.#dispatcher.handled(em, [event])).size === 0) {
            await this.#dispatcher.react(em, [event]);
            await this.#dispatcher.remember(em, event.source, [event.id]);
          }
          return 1;
        });
      } catch (error) {
        await this.retryQueue.failed(this.#em.fork(), serial, error);
        done++;
      }
    }
    return done;
  }

  #transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.#em.fork().transactional((em) => work(em as EntityManager));
  }
}

function sourcesOf(types: readonly string[]): string[] {
  return [...new Set(types.map((type) => type.slice(0, type.indexOf("."))))];
}
