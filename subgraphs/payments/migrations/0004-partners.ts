import { migration } from "@campus-graph/kit/sql/migrations";

export const partners = migration("Payments0004Partners", [
  // Who may find bills and tell of payments, as identity last told. Each row is whole, as is each event.
  `create table partner (
    client_id text primary key,
    channels text[] not null,
    scopes text[] not null,
    keys jsonb not null,
    suspended boolean not null
  )`,
]);
