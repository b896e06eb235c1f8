import type { Context } from "../context.js";
import { isBefore, type StreamPosition } from "../events/event.js";
import { defineSharedBatch, loadShared } from "../graphql/batched-loading.js";
import { InvalidCursor, ResyncRequired } from "../refusals/refusal.js";

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

/**
 * Rows of one subject, and where the feed ended at that moment: one statement, so that the two agree. Reads that came
 * together are one statement too; each names its subject.
 */
export async function readFeed(
  context: Pick<Context, "em" | "batchScope">,
  feed: string,
  { newest, ...reading }: FeedReading,
): Promise<{ head: StreamPosition; rows: FeedRow[] }> {
  const { after } = reading;
  const [read = []] = await loadShared(context, newest ? newestRows : nextRows, [{ feed, ...reading }]);
  const head = { epoch: read[0]!.epoch, position: Number(read[0]!.head) };
  if (after && after.epoch < head.epoch) throw new ResyncRequired();
  if (after && isBefore(head, after)) throw new InvalidCursor();
  const rows = read.filter((row) => row.id !== null).map(asFeedRow);
  return { head, rows };
}

type FeedQuery = Omit<FeedReading, "newest"> & { feed: string };

/** Which of the readings it belongs to, and the head, with each row that was asked for; a head alone has null there. */
interface ReadRow {
  place: number;
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

function rowsOf(direction: "asc" | "desc") {
  const statement = `
    select wanted.place, head.epoch, head.position as head, notice.position, id, kind, occurred_at, reference
    from jsonb_to_recordset(?::jsonb)
      as wanted (place integer, feed text, subject text, position bigint, size integer)
    cross join lateral (
      select epoch, coalesce((select position from feed_head where feed = wanted.feed), 0) as position from outbox_head
    ) as head
    left join lateral (
      select * from feed_notice
      where feed = wanted.feed and subject = wanted.subject and position > wanted.position
      order by position ${direction} limit wanted.size
    ) as notice on true
    order by wanted.place, notice.position`;
  return defineSharedBatch<FeedQuery, ReadRow[]>(async (em, readings) => {
    const wanted = readings.map(({ feed, subject, after, size }, place) => {
      return { place, feed, subject, size, position: after?.position ?? 0 };
    });
    const rows = await em.execute<ReadRow[]>(statement, [JSON.stringify(wanted)]);
    const byPlace = Map.groupBy(rows, ({ place }) => place);
    return readings.map((_, place) => byPlace.get(place)!);
  });
}

const nextRows = rowsOf("asc");
const newestRows = rowsOf("desc");
