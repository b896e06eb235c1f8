import type { EntityManager } from "@mikro-orm/postgresql";
import type { Log } from "../ops/log.js";
import type { WantedEvent } from "./bus.js";

/** After so many failures an event is a dead letter, and its key waits until a person has it tried again. */
export const attemptsBeforeDeadLetter = 10;

/** 50 ms, 100 ms, 200 ms … up to 30 s: ten tries take about half a minute. */
function doublingDelayMs(attempts: number): number {
  return Math.min(50 * 2 ** (attempts - 1), 30_000);
}

/**
 * Events whose reaction failed, with later events of their key queued behind them in order.
 * Only the first of each key is ever tried; the other keys never wait for it.
 */
export class RetryQueue {
  readonly #log: Log;
  readonly #delayMs: (attempts: number) => number;

  constructor(log: Log, delayMs: (attempts: number) => number = doublingDelayMs) {
    this.#log = log;
    this.#delayMs = delayMs;
  }

  /** The keys of a source that have an event waiting. */
  async keys(em: EntityManager, source: string): Promise<Set<string>> {
    const rows = await em.execute<{ key: string }[]>(
      "select distinct key from inbox_waiting where source = ?",
      [source],
    );
    return new Set(rows.map((row) => row.key));
  }

  /** Puts an event behind those of its key. */
  async queue(em: EntityManager, event: WantedEvent): Promise<void> {
    const { source, key, id, type, payload, occurredAt } = event;
    await em.execute(
      `insert into inbox_waiting (source, key, event_id, type, payload, occurred_at)
       values (?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing`,
      [source, key, id, type, JSON.stringify(payload), occurredAt],
    );
  }

  /** Puts an event aside after its first failure. */
  async setAside(em: EntityManager, event: WantedEvent, error: unknown): Promise<void> {
    await this.queue(em, event);
    const [row] = await em.execute<{ serial: string }[]>(
      "select serial from inbox_waiting where event_id = ?",
      [event.id],
    );
    await this.failed(em, row!.serial, error);
  }

  /** Counts a failure; at the last one the event is a dead letter, which another copy may have made it meanwhile. */
  async failed(em: EntityManager, serial: string, error: unknown): Promise<void> {
    const [row] = await em.execute(
      `update inbox_waiting set attempts = attempts + 1, last_error = ?,
         parked_at = case when attempts + 1 >= ? then now() end
       where serial = ? and parked_at is null returning attempts, source, key, type, event_id, parked_at`,
      [nameOf(error), attemptsBeforeDeadLetter, serial],
    );
    if (!row) return;
    const { attempts, source, key, type, event_id: eventId } = row;
    await em.execute(
      "update inbox_waiting set retry_at = now() + ? * interval '1 millisecond' where serial = ?",
      [this.#delayMs(attempts), serial],
    );
    if (row.parked_at !== null)
      this.#log.error(
        { alert: "event-parked", source, key, type, eventId, attempts, err: error },
        "an event is a dead letter and its key waits; its reaction failed too often",
      );
    else
      this.#log.warn(
        { source, key, type, eventId, attempts, err: error },
        "a reaction failed and will be tried again",
      );
  }

  /** The first waiting event of each key whose time has come. */
  async due(em: EntityManager, retryNow: boolean): Promise<string[]> {
    const rows = await em.execute<{ serial: string }[]>(
      `select serial from (
         select distinct on (source, key) serial, retry_at, parked_at from inbox_waiting order by source, key, serial
       ) as first_of_key
       where parked_at is null and (retry_at <= now() or ?) order by retry_at limit 50`,
      [retryNow],
    );
    return rows.map((row) => row.serial);
  }

  /** Takes an event out, for the rest of the transaction; null when another copy has it. */
  async take(em: EntityManager, serial: string): Promise<WantedEvent | null> {
    const [row] = await em.execute(
      `delete from inbox_waiting where serial = (
         select serial from inbox_waiting where serial = ? and parked_at is null for update skip locked
       ) returning source, key, event_id, type, payload, occurred_at`,
      [serial],
    );
    if (!row) return null;
    const { source, key, event_id: id, type, payload, occurred_at } = row;
    return { source, key, id, type, payload: parsed(payload), occurredAt: new Date(occurred_at) };
  }

  async hasRetryable(em: EntityManager): Promise<boolean> {
    const rows = await em.execute(
      `select from inbox_waiting as event where not exists (
         select from inbox_waiting as parked
         where parked.source = event.source and parked.key = event.key and parked.parked_at is not null
       ) limit 1`,
    );
    return rows.length > 0;
  }

  async counts(em: EntityManager): Promise<{ waiting: number; parkedKeys: number }> {
    const [row] = await em.execute<{ waiting: number; parked: number }[]>(
      `select count(*)::int as waiting, count(distinct (source, key)) filter (where parked_at is not null)::int as parked
       from inbox_waiting`,
    );
    return { waiting: row!.waiting, parkedKeys: row!.parked };
  }

  /** Every key that waits for a person, the longest waiting first. */
  async deadLetters(em: EntityManager): Promise<DeadLetterKey[]> {
    const rows = await em.execute<Record<string, string>[]>(
      `select source, key, type, last_error, parked_at, (
         select count(*)::int from inbox_waiting as behind where behind.source = event.source and behind.key = event.key
       ) as events
       from inbox_waiting as event where parked_at is not null order by parked_at`,
    );
    return rows.map((row) => ({
      source: row.source!,
      key: row.key!,
      type: row.type!,
      error: row.last_error ?? "",
      since: new Date(row.parked_at!),
      events: Number(row.events),
    }));
  }

  /** Has the dead letters of a key tried again, from the first event on. False when there are none. */
  async release(em: EntityManager, key: string): Promise<boolean> {
    const rows = await em.execute(
      `update inbox_waiting set parked_at = null, attempts = 0, retry_at = now()
       where key = ? and parked_at is not null returning serial`,
      [key],
    );
    return rows.length > 0;
  }
}

/** A key that waits for a person. `events`: how many wait, the failing one included; `error`: its kind, never its words. */
export interface DeadLetterKey {
  source: string;
  key: string;
  type: string;
  error: string;
  since: Date;
  events: number;
}

/** Only the kind of error: a message may repeat personal data, and this row is kept. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function parsed(payload: unknown): object {
  return typeof payload === "string" ? JSON.parse(payload) : (payload as object);
}
