import pg from "pg";

/** The bus's own tables. Every statement may run again: whichever service starts first makes them. */
const busTables: readonly string[] = [
  `create table if not exists bus.event (
    source text not null,
    epoch integer not null,
    position bigint not null,
    id uuid not null,
    type text not null,
    key text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    published_at timestamptz not null default clock_timestamp(),
    primary key (source, epoch, position)
  )`,
  `create index if not exists event_published on bus.event (source, published_at)`,
  // When each relay had last published everything: a quiet source is not a silent one.
  `create table if not exists bus.source (
    source text primary key,
    caught_up_at timestamptz not null
  )`,
  `create table if not exists bus.replay_request (
    source text not null,
    epoch integer not null,
    from_position bigint not null,
    to_position bigint not null,
    primary key (source, epoch, from_position, to_position)
  )`,
  // Events that must hold everywhere at once. `done_at` null: some participant has yet to act on it.
  `create table if not exists bus.at_once (
    event_id uuid primary key,
    type text not null,
    subject text not null,
    published_at timestamptz not null default clock_timestamp(),
    done_at timestamptz
  )`,
  `create index if not exists at_once_open on bus.at_once (published_at) where done_at is null`,
  // Who must act on them: a subgraph that reacts to such a type for ever (`until` null), a gateway while it may answer
  // anybody without having read more.
  `create table if not exists bus.party (
    name text primary key,
    types text[] not null,
    until timestamptz
  )`,
  `create table if not exists bus.acknowledgement (
    event_id uuid not null,
    party text not null,
    primary key (event_id, party)
  )`,
];

/** Makes the schema `bus` ready. Any number of services may call it at once. */
export async function prepareBus(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('campus bus'))");
    // The role may own the schema without the right to create one.
    const { rows } = await client.query("select to_regnamespace('bus') is null as missing");
    if (rows[0].missing) await client.query("create schema bus");
    for (const statement of busTables) await client.query(statement);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
