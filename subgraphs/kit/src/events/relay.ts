import pg from "pg";
import type { Log } from "../ops/log.js";
import { type Loop, startLoop } from "../ops/loop.js";
import { limits, noticeDeadPeers } from "../sql/connection-limits.js";
import type { Bus } from "./bus.js";
import { type OutboxHead, readHead } from "./epoch.js";
import type { SentEvent } from "./event.js";

export interface RelayOptions {
  /** A direct connection to the subgraph's database: a session lock does not survive a transaction pooler. */
  url: string;
  /** The subgraph's schema, which is also its name as a source. */
  schema: string;
  bus: Bus;
  log: Log;
}

/** How many events are published in one statement. */
const batchSize = 500;
/** How long a lost wake-up can delay an event, and how soon another copy takes over from one that died. */
const netMs = 500;

/**
 * Carries committed events from the outbox to the bus: one relay at a time per subgraph, whichever copy holds the
 * session lock; the others stand by.
 *
 * It keeps no cursor. A cursor over the serial would lose rows that commit late; instead each round numbers whatever
 * is committed and not yet numbered, by serial. That cannot lose a row, needs no transaction horizon (an open write
 * elsewhere holds nothing back), and keeps commit order per key: a transaction draws its serials while it holds the
 * locks on what it changed, so whoever changed the same before it has committed, is visible, and has a lower serial.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #loop: Loop;
  #session: { client: pg.Client; head: OutboxHead | null } | null = null;
  #replayRequested = true;
  #caughtUpAt = 0;
  #waking = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#loop = startLoop({
      netMs,
      round: () => this.#round(),
      onError: (error) => options.log.warn({ err: error }, "the relay will try again"),
    });
  }

  /** Events may have been committed. A copy that stands by passes it on to the one that relays. */
  wake(): void {
    const session = this.#session;
    if (session && !session.head) {
      if (this.#waking) return;
      this.#waking = true;
      // Empty, and in a transaction of its own: NOTIFY takes a lock on the whole database when it commits.
      session.client
        .query(`notify ${this.#channel}`)
        .catch(() => undefined)
        .finally(() => {
          this.#waking = false;
        });
    } else this.#loop.wake();
  }

  /** Some consumer may have requested events again. */
  wakeForReplay(): void {
    this.#replayRequested = true;
    if (this.#session?.head) this.#loop.wake();
  }

  /** One round now. Resolves to the number of events sent. */
  round(): Promise<number> {
    return this.#loop.round();
  }

  /** The number of events sent so far. */
  total(): number {
    return this.#loop.total();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.#giveUpSession();
  }

  async #round(): Promise<number> {
    try {
      const session = await this.#relaySession();
      if (!session.head) return 0;
      if (this.#replayRequested) await this.#replay(session.client);
      const sent = await this.#send(session.client, session.head);
      if (sent === 0) await this.#noteCaughtUp();
      return sent;
    } catch (error) {
      await this.#giveUpSession();
      throw error;
    }
  }

  /** What was written last is not known, so the head is read anew; meanwhile another copy may take over. */
  async #giveUpSession(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.client.end().catch(() => undefined);
  }

  async #relaySession(): Promise<{ client: pg.Client; head: OutboxHead | null }> {
    this.#session ??= { client: await this.#connect(), head: null };
    const session = this.#session;
    if (!session.head) {
      const { rows } = await session.client.query("select pg_try_advisory_lock(hashtext($1)) as mine", [
        `relay ${this.#options.schema}`,
      ]);
      if (rows[0].mine) {
        session.head = await readHead(session.client, await this.#options.bus.head(this.#options.schema));
        await session.client.query(`listen ${this.#channel}`);
      }
    }
    return session;
  }

  async #connect(): Promise<pg.Client> {
    const { url, schema } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      options: `-c search_path=${schema} ${noticeDeadPeers}`,
      ...limits,
    });
    // The lock is gone with the connection, and with it the right to number events.
    const forget = () => {
      if (this.#session?.client === client) this.#session = null;
    };
    client.on("error", forget).on("end", forget);
    client.on("notification", () => this.#loop.wake());
    await client.connect();
    return client;
  }

  async #send(client: pg.Client, head: OutboxHead): Promise<number> {
    if (head.published === head.position) {
      const { rows } = await client.query(numberEvents, [batchSize]);
      if (rows.length === 0) return 0;
      await this.#publish(client, head, rows);
      return rows.length;
    }
    // An earlier round ended between numbering and publishing, or the bus lost its end.
    const rows = await this.#numbered(client, head.epoch, head.published + 1, head.published + batchSize);
    if (rows.length === 0) throw new Error(`The outbox has no event at position ${head.published + 1}.`);
    await this.#publish(client, head, rows);
    return rows.length;
  }

  async #publish(client: pg.Client, head: OutboxHead, rows: OutboxRow[]): Promise<void> {
    const events = rows.map((row) => this.#asSent(row));
    const last = events.at(-1)!.position;
    head.position = Math.max(head.position, last);
    await this.#options.bus.publish(events);
    await client.query("update outbox_head set published = $1", [last]);
    head.published = last;
  }

  async #replay(client: pg.Client): Promise<void> {
    const { bus, schema, log } = this.#options;
    this.#replayRequested = false;
    for (const range of await bus.takeReplayRequests(schema)) {
      const rows = await this.#numbered(client, range.epoch, range.from, range.to);
      if (rows.length < range.to - range.from + 1)
        log.error({ range }, "the outbox cannot replay all of a missing range");
      await bus.publish(rows.map((row) => this.#asSent(row)));
    }
  }

  async #numbered(client: pg.Client, epoch: number, from: number, to: number): Promise<OutboxRow[]> {
    const { rows } = await client.query(
      `select ${columns} from outbox where epoch = $1 and position between $2 and $3 order by position`,
      [epoch, from, to],
    );
    return rows;
  }

  async #noteCaughtUp(): Promise<void> {
    if (Date.now() - this.#caughtUpAt < netMs) return;
    await this.#options.bus.caughtUp(this.#options.schema);
    this.#caughtUpAt = Date.now();
  }

  #asSent({ epoch, position, id, type, key, payload, occurred_at }: OutboxRow): SentEvent {
    const source = this.#options.schema;
    return { source, epoch, position: Number(position), id, type, key, payload, occurredAt: occurred_at };
  }

  get #channel(): string {
    return `campus_outbox_${this.#options.schema}`;
  }
}

interface OutboxRow {
  epoch: number;
  position: string;
  id: string;
  type: string;
  key: string;
  payload: object;
  occurred_at: Date;
}

const columns = "epoch, position, id, type, key, payload, occurred_at";

const numberEvents = `
  with unnumbered as (
    select serial, row_number() over (order by serial) as place
    from (select serial from outbox where position is null order by serial limit $1) as next
  ), head as (
    update outbox_head set position = position + (select count(*) from unnumbered)
    where exists (select from unnumbered)
    returning epoch, position - (select count(*) from unnumbered) as base
  ), numbered as (
    update outbox set epoch = head.epoch, position = head.base + unnumbered.place
    from unnumbered, head where outbox.serial = unnumbered.serial
    returning outbox.epoch, outbox.position, id, type, key, payload, occurred_at
  )
  select * from numbered order by position`;
