import { migration } from "@campus-graph/kit/sql/migrations";

/** Payment partners, the public keys by which they are known, and since when and until when each is good. */
export const partner = migration("Identity0007Partners", [
  `create table partner (
    client_id text primary key,
    name text not null,
    channels text[] not null,
    scopes text[] not null,
    registered_at timestamptz not null,
    suspended_at timestamptz
  )`,
  // A key id is never used again, so a signature that names it always means this key.
  `create table partner_key (
    client_id text not null references partner,
    kid text not null,
    jwk jsonb not null,
    since timestamptz not null,
    until timestamptz,
    primary key (client_id, kid)
  )`,
]);
