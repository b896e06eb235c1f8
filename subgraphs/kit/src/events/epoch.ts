import type pg from "pg";
import { isBefore, type StreamPosition } from "./event.js";

/** A source's own account of its stream. */
export interface OutboxHead extends StreamPosition {
  /** The last position known to be on the bus. */
  published: number;
}

/**
 * Reads the head of the outbox and, when this database turns out to be a restored copy, raises its epoch first.
 *
 * A copy is known by its cluster, its WAL's timeline, its database or its table being another than the head remembers,
 * or by the bus having more than this database ever published. Positions given out after the backup would be given
 * out again for other events, and cursors would point at other rows: so positions start over in a higher epoch, what
 * was not yet on the bus goes out again under it, and older cursors are refused with RESYNC_REQUIRED.
 */
export async function readHead(
  client: pg.ClientBase,
  busHead: StreamPosition | null | "unknown",
): Promise<OutboxHead> {
  await client.query("begin");
  try {
    const { rows } = await client.query(
      `select epoch, position::int8, published::int8, cluster, ${clusterIdentity} as identity from outbox_head for update`,
    );
    const [row] = rows;
    let head: OutboxHead = {
      epoch: row.epoch,
      position: Number(row.position),
      published: Number(row.published),
    };
    const movedHere = row.cluster !== null && row.cluster !== row.identity;
    const onBus = busHead === "unknown" ? null : busHead;
    const busIsAhead = onBus !== null && isBefore(head, onBus);
    if (movedHere || busIsAhead) {
      await client.query(
        "update outbox set epoch = null, position = null where epoch = $1 and position > $2",
        [head.epoch, head.published],
      );
      head = { epoch: Math.max(head.epoch, onBus?.epoch ?? 0) + 1, position: 0, published: 0 };
    } else if (busHead !== "unknown") {
      // Where the bus is the restored one, what it lost is sent again.
      const position = onBus?.epoch === head.epoch ? onBus.position : 0;
      head = { ...head, published: Math.min(head.published, position) };
    }
    await client.query("update outbox_head set epoch = $1, position = $2, published = $3, cluster = $4", [
      head.epoch,
      head.position,
      head.published,
      row.identity,
    ]);
    await client.query("commit");
    return head;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

const clusterIdentity = `concat_ws('/',
  (select system_identifier from pg_control_system()),
  left(pg_walfile_name(pg_current_wal_lsn()), 8),
  (select oid from pg_database where datname = current_database()),
  'outbox'::regclass::oid)`;
