import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import { largestAppend, noteAppended } from "../events/feed-growth.js";
import type { PageInfo } from "../graphql/page-info.type.js";
import { checkPageSize } from "../graphql/pagination.js";
import { BadInput, Unauthenticated } from "../refusals/refusal.js";
import { newId } from "../sql/id.js";
import { openFeedCursor, sealFeedCursor } from "./feed-cursor.js";
import { type FeedRow, readFeed } from "./read-feed.js";

/** A notice to be. */
export interface NewNotice {
  /** Whose feed it goes to. */
  subject: string;
  kind: string;
  occurredAt: Date;
  /** What the notice is about, by ids. */
  reference: object;
  /** A second notice of this feed and subject with the same value is the same notice, and is dropped. */
  dedupe: string;
}

/** A notice as its subject reads it. `cursor` resumes right after it. */
export interface Notice<R extends object = Record<string, string>> {
  id: string;
  cursor: string;
  kind: string;
  occurredAt: Date;
  reference: R;
}

export interface FeedPage<R extends object = Record<string, string>> {
  edges: { cursor: string; node: Notice<R> }[];
  pageInfo: PageInfo;
}

export interface FeedPageRequest {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}

export interface Feed<R extends object = Record<string, string>> {
  readonly name: string;
  /** Adds notices, in the transaction of what they tell of; the gateways are woken once it has committed. At most 500. */
  append(em: EntityManager, notices: readonly NewNotice[]): Promise<void>;
  /**
   * A page of the viewer's own feed, oldest first. `last` alone gives the newest. `endCursor` is given even when the
   * page is empty: it stands for everything up to now, and is where a subscription goes on without a gap.
   * Refuses INVALID_CURSOR (another's, altered, ahead of the feed) and RESYNC_REQUIRED (from before a restore).
   */
  page(context: Context, request: FeedPageRequest): Promise<FeedPage<R>>;
}

const usualPage = 20;

/** A feed: durable notices per subject, written by reactions, read as a list, tailed as a subscription. */
export function defineFeed<R extends object = Record<string, string>>({ name }: { name: string }): Feed<R> {
  return {
    name,
    append: (em, notices) => append(em, name, notices),
    page: (context, request) => page<R>(context, name, request),
  };
}

async function append(em: EntityManager, feed: string, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  if (notices.length > largestAppend)
    throw new Error(
      `${notices.length} notices in one transaction; ${largestAppend} is the most: split the event.`,
    );
  noteAppended(em, notices.length);
  // A statement of its own, so that the next one sees what the previous writer committed.
  await em.execute("select pg_advisory_xact_lock(hashtext(current_schema() || ' feed ' || ?))", [feed]);
  await em.execute("insert into feed_head (feed, position) values (?, 0) on conflict do nothing", [feed]);
  const rows = notices.map((notice) => ({ ...notice, id: newId() }));
  await em.execute(insertNotices, [JSON.stringify(rows), feed, feed, feed]);
}

async function page<R extends object>(
  context: Context,
  feed: string,
  request: FeedPageRequest,
): Promise<FeedPage<R>> {
  const { subject } = context.viewer;
  if (subject === null) throw new Unauthenticated();
  const { size, newest } = sizeOf(request);
  const after = request.after == null ? null : openFeedCursor(context, feed, subject, request.after);
  const { head, rows } = await readFeed(context, feed, { subject, after, size: size + 1, newest });
  const more = rows.length > size;
  const shown = newest ? rows.slice(-size) : rows.slice(0, size);
  const cursorAt = (position: number) =>
    sealFeedCursor(context, feed, subject, { epoch: head.epoch, position });
  const edges = shown.map((row) => edge<R>(row, cursorAt(row.position)));
  const atEnd = newest || !more;
  return {
    edges,
    pageInfo: {
      hasNextPage: !atEnd,
      hasPreviousPage: newest ? more || after !== null : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      // Sealed only where it is read: a tail goes on from the last notice.
      get endCursor() {
        return atEnd ? cursorAt(head.position) : edges.at(-1)!.cursor;
      },
    },
  };
}

function sizeOf({ first, last }: FeedPageRequest): { size: number; newest: boolean } {
  if (first != null && last != null)
    throw new BadInput({
      field: "last",
      rule: {
        "zh-TW": "first 與 last 只能擇一填寫。",
        en: "Give either first or last, not both.",
      },
    });
  if (last != null) {
    checkPageSize(last, "last");
    return { size: last, newest: true };
  }
  const size = first ?? usualPage;
  checkPageSize(size);
  return { size, newest: false };
}

function edge<R extends object>({ id, kind, occurredAt, reference }: FeedRow, cursor: string) {
  return { cursor, node: { id, cursor, kind, occurredAt, reference: reference as R } };
}

const insertNotices = `
  with offered as (
    select * from rows from (
      jsonb_to_recordset(?::jsonb)
      as (id uuid, subject text, kind text, "occurredAt" timestamptz, reference jsonb, dedupe text)
    ) with ordinality as notice (id, subject, kind, occurred_at, reference, dedupe, place)
  ), fresh as (
    select distinct on (subject, dedupe) * from offered
    where not exists (
      select from feed_notice as known
      where known.feed = ? and known.subject = offered.subject and known.dedupe = offered.dedupe
    )
    order by subject, dedupe, place
  ), numbered as (
    select *, row_number() over (order by place) as step from fresh
  ), head as (
    update feed_head set position = position + (select count(*) from numbered) where feed = ?
    returning position - (select count(*) from numbered) as base
  )
  insert into feed_notice (feed, position, id, subject, kind, occurred_at, reference, dedupe)
  select ?, base + step, id, subject, kind, occurred_at, reference, dedupe from numbered, head`;
