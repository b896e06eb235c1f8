/** The feeds of a subgraph, in its own schema. */
export const feedTables: readonly string[] = [
  `create table feed_head (
    feed text primary key,
    position bigint not null
  )`,
  // Positions are given out by the feed's one writer, so they are in commit order: a reader past n never misses one below.
  `create table feed_notice (
    feed text not null,
    position bigint not null,
    id uuid not null,
    subject text not null,
    kind text not null,
    occurred_at timestamptz not null,
    reference jsonb not null,
    dedupe text not null,
    primary key (feed, position)
  )`,
  `create unique index feed_notice_subject on feed_notice (feed, subject, position)`,
  `create unique index feed_notice_once on feed_notice (feed, subject, dedupe)`,
];
