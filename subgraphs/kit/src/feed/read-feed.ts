import type { EntityManager } from "@mikro-orm/postgresql";
import { isBefore, type StreamPosition } from "../events/event.js";
import { InvalidCursor, ResyncRequired } from "../refusal.js";

export interface FeedRow {
  position: number;
  id: string;
  kind: string;
  occurredAt: Date;
  reference: object;
}

export interface FeedReading {
  subject: string;
  after: StreamPosition | null;
  size: number;
  /** The newest rows rather than the next. Either way they come oldest first. */
  newest: boolean;
}

/** Rows of one subject, and where the feed ended at that moment: one statement, so that the two agree. */
export async function readFeed(
  em: EntityManager,
  feed: string,
  { subject, after, size, newest }: FeedReading,
): Promise<{ head: StreamPosition; rows: FeedRow[] }> {
  const read = await em.execute<ReadRow[]>(newest ? newestRows : nextRows, [
    feed,
    feed,
    subject,
    after?.position ?? 0,
    size,
  ]);
  const head = { epoch: read[0]!.epoch, position: Number(read[0]!.head) };
  if (after && after.epoch < head.epoch) throw new ResyncRequired();
  if (after && isBefore(head, after)) throw new InvalidCursor();
  const rows = read.filter((row) => row.id !== null).map(asFeedRow);
  return { head, rows };
}

/** The head, with each row that was asked for; a head alone has null there. */
interface ReadRow {
  epoch: number;
  head: string;
  position: string;
  id: string | null;
  kind: string;
  occurred_at: string | Date;
  reference: string | object;
}

function asFeedRow({ position, id, kind, occurred_at, reference }: ReadRow): FeedRow {
  return {
    position: Number(position),
    id: id!,
    kind,
    occurredAt: new Date(occurred_at),
    reference: typeof reference === "string" ? JSON.parse(reference) : reference,
  };
}

function rowsOf(direction: "asc" | "desc"): string {
  return `
    select head.epoch, head.position as head, notice.position, id, kind, occurred_at, reference
    from (
      select epoch, coalesce((select position from feed_head where feed = ?), 0) as position from outbox_head
    ) as head
    left join lateral (
      select * from feed_notice where feed = ? and subject = ? and position > ?
      order by position ${direction} limit ?
    ) as notice on true
    order by notice.position`;
}

const nextRows = rowsOf("asc");
const newestRows = rowsOf("desc");
