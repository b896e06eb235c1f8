import type { EntityManager } from "@mikro-orm/postgresql";
import { BadInput } from "../refusals/refusal.js";

/** The request of a gateway that was woken: whose feeds have grown since `since`? Null: where the feed stands. */
export interface FeedNewsRequest {
  feed: string;
  since: string | null;
}

export interface FeedNews {
  /** To be given as `since` the next time. */
  position: string;
  /** Whose feeds have grown. */
  subjects: string[];
  /** There is more than one answer holds: request the rest. */
  more: boolean;
  /** `since` was null or is from before a restore: every open tail of the feed is to be read once. */
  reset: boolean;
}

const mostRows = 1_000;

/** Answers gateways about the feeds of one subgraph. Refuses (BAD_INPUT) a feed that is not kept here. */
export function feedNews(feeds: readonly { name: string }[]) {
  return async (em: EntityManager, { feed, since }: FeedNewsRequest): Promise<FeedNews> => {
    if (!feeds.some(({ name }) => name === feed))
      throw new BadInput({
        field: "feed",
        rule: { "zh-TW": "查無此清單。", en: "There is no such feed here." },
      });
    return newsSince(em, feed, since);
  };
}

/** One indexed read. */
async function newsSince(em: EntityManager, feed: string, since: string | null): Promise<FeedNews> {
  const [epoch, position] = since?.split(".").map(Number) ?? [];
  const rows = await em.execute<NewsRow[]>(newsRows, [feed, feed, position || 0, mostRows]);
  const head = { epoch: rows[0]!.epoch, position: Number(rows[0]!.head) };
  if (epoch !== head.epoch || position === undefined || !(position <= head.position))
    return { position: `${head.epoch}.${head.position}`, subjects: [], more: false, reset: true };
  const news = rows.filter((row) => row.subject !== null);
  const more = news.length === mostRows;
  return {
    position: `${head.epoch}.${more ? news.at(-1)!.position : head.position}`,
    subjects: [...new Set(news.map((row) => row.subject!))],
    more,
    reset: false,
  };
}

/** The head, with each row past the position; a head alone has null there. */
interface NewsRow {
  epoch: number;
  head: string;
  position: string | null;
  subject: string | null;
}

const newsRows = `
  select head.epoch, head.position as head, notice.position, notice.subject
  from (
    select epoch, coalesce((select position from feed_head where feed = ?), 0) as position from outbox_head
  ) as head
  left join lateral (
    select position, subject from feed_notice where feed = ? and position > ? order by position limit ?
  ) as notice on true
  order by notice.position`;
