import pg from "pg";
import { startLoop } from "../ops/loop.js";
import { limits } from "../sql/connection-limits.js";
import { type Listening, listenToChannels } from "../sql/listen.js";

export interface FollowOptions {
  /** The subgraph that publishes, e.g. `identity`. */
  source: string;
  /** Only these event types are handed over. */
  types: readonly string[];
  /** Start with what was put on the bus since then; events before it are never seen. */
  since: Date;
  onEvent: (event: {
    type: string;
    key: string;
    payload: object;
    occurredAt: Date;
    publishedAt: Date;
  }) => void;
  /**
   * The bus was read to its end. `caughtUpMsAgo`: how long ago the source's relay last noted that it had published
   * everything. While this is not called, or its argument grows beyond a few seconds, the follower must not trust its silence.
   */
  onAlive?: (caughtUpMsAgo: number) => void;
}

const netMs = 500;
const batchSize = 500;

/** Follows one source's events without taking part as a consumer: for the gateways, which remember nothing. */
export function followBus(url: string, { source, types, since, onEvent, onAlive }: FollowOptions): Listening {
  const pool = new pg.Pool({ connectionString: url, max: 1, ...limits });
  pool.on("error", () => undefined);
  let after: { epoch: number; position: string } | null = null;

  const loop = startLoop({
    netMs,
    onError: () => undefined,
    async round() {
      const { rows } = await pool.query(readEvents, [
        source,
        types,
        since,
        after?.epoch ?? null,
        after?.position ?? null,
        batchSize,
      ]);
      for (const { type, key, payload, occurred_at, published_at, epoch, position } of rows) {
        onEvent({ type, key, payload, occurredAt: occurred_at, publishedAt: published_at });
        after = { epoch, position };
      }
      if (rows.length < batchSize) await reportAlive();
      return rows.length === batchSize ? rows.length : 0;
    },
  });

  async function reportAlive(): Promise<void> {
    if (!onAlive) return;
    const { rows } = await pool.query(
      "select extract(epoch from clock_timestamp() - caught_up_at) * 1000 as ms from bus.source where source = $1",
      [source],
    );
    if (rows[0]) onAlive(Math.max(0, Number(rows[0].ms)));
  }

  const listening = listenToChannels(url, ["campus_events"], () => loop.wake());
  return {
    async stop() {
      await listening.stop();
      await loop.stop();
      await pool.end();
    },
  };
}

const readEvents = `
  select epoch, position, type, key, payload, occurred_at, published_at from bus.event
  where source = $1 and type = any($2)
    and case when $4::integer is null then published_at >= $3 else (epoch, position) > ($4, $5::bigint) end
  order by epoch, position limit $6`;
