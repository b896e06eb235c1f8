import pg from "pg";
import {
  acknowledgeEvents,
  joinParticipants,
  missingParticipants,
  synchronousEventChannel,
  unacknowledgedBy,
} from "../revocation/participants.js";
import { synchronousAmong, synchronousEventTypes } from "../revocation/synchronous-events.js";
import { limits } from "../sql/connection-limits.js";
import { type Listening, listenToChannels } from "../sql/listen.js";
import type { Bus, MissingRange, ReadEvent, SourcePosition, WakeUps } from "./bus.js";
import { prepareBus } from "./bus-tables.js";
import type { SentEvent, StreamPosition } from "./event.js";

const eventsChannel = "campus_events";
const replayChannel = "campus_replay";
const newsChannel = "campus_news";

/** The default bus: a schema of its own in PostgreSQL, `bus`. */
export class PostgresBus implements Bus {
  readonly #pool: pg.Pool;

  constructor(readonly url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 3, ...limits });
    // An idle connection that breaks is replaced by the next query.
    this.#pool.on("error", () => undefined);
  }

  prepare(): Promise<void> {
    return prepareBus(this.url);
  }

  async publish(events: readonly SentEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.#pool.query(insertEvents, [JSON.stringify(events), synchronousEventTypes]);
    await this.#pool.query(`notify ${eventsChannel}`);
    if (synchronousAmong(events.map(({ type }) => type)).length > 0)
      await this.#pool.query(`notify ${synchronousEventChannel}`);
  }

  async caughtUp(source: string): Promise<void> {
    await this.#pool.query(
      `insert into bus.source values ($1, clock_timestamp())
       on conflict (source) do update set caught_up_at = excluded.caught_up_at`,
      [source],
    );
  }

  async read(
    after: readonly SourcePosition[],
    types: readonly string[],
    limit: number,
  ): Promise<ReadEvent[]> {
    const { rows } = await this.#pool.query(readEvents, [JSON.stringify(after), types, limit]);
    return rows.map(({ occurred_at, position, ...event }) => {
      return { ...event, position: Number(position), occurredAt: occurred_at };
    });
  }

  async head(source: string): Promise<StreamPosition | null> {
    const { rows } = await this.#pool.query(
      "select epoch, position from bus.event where source = $1 order by epoch desc, position desc limit 1",
      [source],
    );
    return rows[0] ? { epoch: rows[0].epoch, position: Number(rows[0].position) } : null;
  }

  async requestReplay(source: string, { epoch, from, to }: MissingRange): Promise<void> {
    await this.#pool.query("insert into bus.replay_request values ($1, $2, $3, $4) on conflict do nothing", [
      source,
      epoch,
      from,
      to,
    ]);
    await this.#pool.query(`notify ${replayChannel}`);
  }

  async takeReplayRequests(source: string): Promise<MissingRange[]> {
    const { rows } = await this.#pool.query(
      "delete from bus.replay_request where source = $1 returning epoch, from_position, to_position",
      [source],
    );
    return rows.map((row) => ({
      epoch: row.epoch,
      from: Number(row.from_position),
      to: Number(row.to_position),
    }));
  }

  async announceNews(): Promise<void> {
    await this.#pool.query(`notify ${newsChannel}`);
  }

  join(participant: string, types: readonly string[]): Promise<void> {
    return joinParticipants(this.#pool, participant, types, null);
  }

  unacknowledged(participant: string): Promise<string[]> {
    return unacknowledgedBy(this.#pool, participant);
  }

  acknowledge(participant: string, eventIds: readonly string[]): Promise<void> {
    return acknowledgeEvents(this.#pool, participant, eventIds);
  }

  missing(eventId: string): Promise<string[] | null> {
    return missingParticipants(this.#pool, eventId);
  }

  listen({ onEvents, onReplayRequested }: WakeUps): Listening {
    return listenToChannels(this.url, [eventsChannel, replayChannel], (channel) => {
      if (channel !== replayChannel) onEvents();
      if (channel !== eventsChannel) onReplayRequested();
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** Calls back when some feed may have grown, and after each (re)connection. For the gateways. */
export function listenToBus(url: string, onWake: () => void): Listening {
  return listenToChannels(url, [newsChannel], () => onWake());
}

/**
 * The type of every wanted column is named, so that an event is never silently cut. What must hold everywhere at once is
 * noted in the same statement: whoever sees the event sees that too.
 */
const insertEvents = `
  with published as (
    insert into bus.event (source, epoch, position, id, type, key, payload, occurred_at)
    select source, epoch, position, id, type, key, payload, "occurredAt"
    from jsonb_to_recordset($1::jsonb) as (
      source text, epoch integer, position bigint, id uuid, type text, key text, payload jsonb, "occurredAt" timestamptz
    )
    on conflict do nothing returning id, type, payload
  )
  insert into bus.at_once (event_id, type, subject)
  select id, type, payload->>'subjectId' from published where type = any($2)
  on conflict do nothing`;

const readEvents = `
  select next.* from jsonb_to_recordset($1::jsonb) as after (source text, epoch integer, position bigint)
  cross join lateral (
    select source, epoch, position, id, type, key, occurred_at,
      case when type = any($2) then payload end as payload
    from bus.event
    where source = after.source and (epoch, position) > (after.epoch, after.position)
    order by epoch, position limit $3
  ) as next
  order by next.source, next.epoch, next.position`;
