import type { CampusEventType } from "@campus-graph/schema/events";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import { appendedRows, largestAppend } from "../feed/activity.js";
import type { Log } from "../log.js";
import type { Bus, ReadEvent } from "./bus.js";
import { isConnectionLost } from "./connection-lost.js";
import { follows, type Reaction, type Reactions, type ReceivedEvent, type StreamPosition } from "./event.js";
import { WaitingRoom } from "./waiting-room.js";

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
const batchSize = 100;
const batchMs = 500;

/**
 * Reads every source that the reactions name, in order, and reacts to each event once.
 *
 * Several copies of a subgraph share the work: whoever holds a source's offset row is its reader for that batch.
 * Events are taken many to a transaction; when one of them fails the batch is halved until it stands alone, and then
 * it waits with its key while the stream goes on.
 */
export class Inbox<S> {
  readonly #options: InboxOptions<S>;
  readonly #types: ReadonlyMap<string, readonly string[]>;
  readonly waitingRoom: WaitingRoom;
  #asked = new Map<string, string>();

  constructor(options: InboxOptions<S>) {
    this.#options = options;
    this.#types = typesBySource(Object.keys(options.reactions));
    this.waitingRoom = new WaitingRoom(options.log, options.retryDelayMs);
  }

  /** Makes an offset row for each source that is new. */
  async prepare(): Promise<void> {
    const em = this.#options.em.fork();
    for (const source of this.#types.keys())
      await em.execute("insert into inbox_offset (source) values (?) on conflict do nothing", [source]);
  }

  /** One batch of each source, and the waiting events whose time has come. Resolves to the number of events handled. */
  async round({ retryNow = false } = {}): Promise<number> {
    let done = 0;
    for (const source of this.#types.keys()) done += await this.#readSource(source);
    done += await this.#retryWaiting(retryNow);
    return done;
  }

  /** Whether every source has been read to the end of the bus and nothing waits for another try. */
  async isIdle(): Promise<boolean> {
    const { em, bus } = this.#options;
    for (const source of this.#types.keys()) {
      const head = await bus.head(source);
      const offset = await this.#offset(em.fork(), source);
      if (head && (head.epoch !== offset.epoch || head.position !== offset.position)) return false;
    }
    return !(await this.waitingRoom.hasUnparked(em.fork()));
  }

  /** How many events of each source are on the bus and not yet handled, as far as positions tell. */
  async lag(): Promise<Record<string, number>> {
    const lags: Record<string, number> = {};
    for (const source of this.#types.keys()) {
      const head = await this.#options.bus.head(source);
      const offset = await this.#offset(this.#options.em.fork(), source);
      lags[source] = head ? head.position - (head.epoch === offset.epoch ? offset.position : 0) : 0;
    }
    return lags;
  }

  async #readSource(source: string): Promise<number> {
    const { em, bus } = this.#options;
    const offset = await this.#offset(em.fork(), source);
    const events = await bus.read(source, offset, this.#types.get(source)!, batchSize);
    const unbroken = await this.#upToGap(source, offset, events);
    return unbroken.length === 0 ? 0 : this.#takeBatch(source, offset, unbroken);
  }

  /** The events that follow each other. What is missing before the next one is asked of the source. */
  async #upToGap(source: string, offset: StreamPosition, events: ReadEvent[]): Promise<ReadEvent[]> {
    let last = offset;
    for (const [index, event] of events.entries()) {
      if (!follows(event, last)) {
        const from = event.epoch === last.epoch ? last.position + 1 : 1;
        await this.#askFor(source, { epoch: event.epoch, from, to: event.position - 1 });
        return events.slice(0, index);
      }
      last = event;
    }
    return events;
  }

  async #askFor(source: string, range: { epoch: number; from: number; to: number }): Promise<void> {
    const { bus, log } = this.#options;
    if (this.#asked.get(source) !== JSON.stringify(range))
      log.warn({ source, range }, "events are missing; the source is asked to send them again");
    this.#asked.set(source, JSON.stringify(range));
    await bus.requestReplay(source, range);
  }

  async #takeBatch(source: string, offset: StreamPosition, events: ReadEvent[]): Promise<number> {
    try {
      return await this.#handle(source, offset, events);
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      if (events.length === 1) return this.#setAside(source, offset, events[0]!, error);
      const half = Math.ceil(events.length / 2);
      const done = await this.#takeBatch(source, offset, events.slice(0, half));
      // A batch may stop early, and its rest is then read again.
      if (done < half) return done;
      return done + (await this.#takeBatch(source, events[half - 1]!, events.slice(half)));
    }
  }

  /** Reacts to the events, in one transaction, until time or feed rows are used up. Resolves to how many were taken. */
  async #handle(source: string, offset: StreamPosition, events: ReadEvent[]): Promise<number> {
    const { em, bus } = this.#options;
    const driver = em.getDriver();
    const feedRowsBefore = appendedRows(driver);
    const taken = await em.fork().transactional(async (em) => {
      if (!(await this.#lockOffset(em, source, offset))) return 0;
      const wanted = events.filter((event) => event.payload !== null);
      const handled = await this.#alreadyHandled(em, wanted);
      const blocked = await this.waitingRoom.keys(em, source);
      const fresh: string[] = [];
      const until = Date.now() + batchMs;
      let count = 0;
      for (const event of events) {
        if (count > 0 && (Date.now() > until || appendedRows(driver) - feedRowsBefore >= largestAppend))
          break;
        count++;
        if (event.payload === null || handled.has(event.id)) continue;
        handled.add(event.id);
        if (blocked.has(event.key)) {
          await this.waitingRoom.queue(em, event as WantedEvent);
          continue;
        }
        await this.#react(em, event as WantedEvent);
        fresh.push(event.id);
      }
      await this.#remember(em, source, fresh);
      await this.#moveOffset(em, source, events[count - 1]!);
      return count;
    });
    if (appendedRows(driver) > feedRowsBefore) await bus.announceNews();
    return taken;
  }

  async #setAside(source: string, offset: StreamPosition, event: ReadEvent, error: unknown): Promise<number> {
    const { em } = this.#options;
    return em.fork().transactional(async (em) => {
      if (!(await this.#lockOffset(em, source, offset))) return 0;
      await this.waitingRoom.setAside(em, event as WantedEvent, error);
      await this.#moveOffset(em, source, event);
      return 1;
    });
  }

  async #retryWaiting(retryNow: boolean): Promise<number> {
    const { em, bus } = this.#options;
    const driver = em.getDriver();
    let done = 0;
    for (const serial of await this.waitingRoom.due(em.fork(), retryNow)) {
      const feedRowsBefore = appendedRows(driver);
      try {
        await em.fork().transactional(async (em) => {
          const event = await this.waitingRoom.take(em, serial);
          if (!event) return;
          if ((await this.#alreadyHandled(em, [event])).size === 0) {
            await this.#react(em, event);
            await this.#remember(em, event.source, [event.id]);
          }
          done++;
        });
      } catch (error) {
        if (isConnectionLost(error)) throw error;
        await this.waitingRoom.failed(em.fork(), serial, error);
        done++;
      }
      if (appendedRows(driver) > feedRowsBefore) await bus.announceNews();
    }
    return done;
  }

  async #react(em: EntityManager, event: WantedEvent): Promise<void> {
    const reactions = this.#options.reactions[event.type as CampusEventType] ?? [];
    const { id, type, key, payload, occurredAt } = event;
    const received = { id, type, key, payload, occurredAt } as unknown as ReceivedEvent<never>;
    for (const reaction of reactions as readonly Reaction<S, never>[]) {
      await reaction(this.#options.contextFor(em), received);
      await em.flush();
    }
    // The next event must not meet what this one loaded: it may have changed since by plain SQL.
    em.clear();
  }

  async #offset(em: EntityManager, source: string): Promise<StreamPosition> {
    const [row] = await em.execute<{ epoch: number; position: string }[]>(
      "select epoch, position from inbox_offset where source = ?",
      [source],
    );
    return { epoch: row!.epoch, position: Number(row!.position) };
  }

  /** False when another copy is reading this source, or has read on. */
  async #lockOffset(
    em: EntityManager,
    source: string,
    { epoch, position }: StreamPosition,
  ): Promise<boolean> {
    const rows = await em.execute(
      "select from inbox_offset where source = ? and epoch = ? and position = ? for update skip locked",
      [source, epoch, position],
    );
    return rows.length === 1;
  }

  async #moveOffset(em: EntityManager, source: string, { epoch, position }: StreamPosition): Promise<void> {
    await em.execute("update inbox_offset set epoch = ?, position = ? where source = ?", [
      epoch,
      position,
      source,
    ]);
  }

  async #alreadyHandled(em: EntityManager, events: readonly { id: string }[]): Promise<Set<string>> {
    if (events.length === 0) return new Set();
    const rows = await em.execute<{ event_id: string }[]>(
      "select event_id from inbox where event_id in (select jsonb_array_elements_text(?::jsonb)::uuid)",
      [JSON.stringify(events.map((event) => event.id))],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  async #remember(em: EntityManager, source: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await em.execute(
      "insert into inbox (event_id, source) select jsonb_array_elements_text(?::jsonb)::uuid, ?",
      [JSON.stringify(ids), source],
    );
  }
}

export type WantedEvent = Omit<ReadEvent, "payload" | "epoch" | "position"> & { payload: object };

function typesBySource(types: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(types, (type) => type.slice(0, type.indexOf(".")));
}
