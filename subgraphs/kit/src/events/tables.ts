/** What every subgraph keeps for its events, in its own schema. */
export const eventTables: readonly string[] = [
  // `position` null: committed, not yet numbered for the bus.
  `create table outbox (
    serial bigint generated always as identity primary key,
    id uuid not null,
    type text not null,
    key text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    epoch integer,
    position bigint,
    unique (epoch, position)
  )`,
  `create index outbox_unnumbered on outbox (serial) where position is null`,
  // One row: the last position numbered, and the last known to be on the bus. `cluster` tells a restored copy from its original.
  `create table outbox_head (
    only_row boolean primary key default true check (only_row),
    epoch integer not null,
    position bigint not null,
    published bigint not null,
    cluster text
  )`,
  `insert into outbox_head (epoch, position, published) values (1, 0, 0)`,
  `create table inbox (
    event_id uuid primary key,
    source text not null,
    handled_at timestamptz not null default now()
  )`,
  `create table inbox_offset (
    source text primary key,
    epoch integer not null default 0,
    position bigint not null default 0
  )`,
  // Events whose reaction failed, and those of the same key that came after them.
  `create table inbox_waiting (
    serial bigint generated always as identity primary key,
    source text not null,
    key text not null,
    event_id uuid not null unique,
    type text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    attempts integer not null default 0,
    retry_at timestamptz not null default now(),
    parked_at timestamptz,
    last_error text
  )`,
  `create index inbox_waiting_key on inbox_waiting (source, key, serial)`,
];
