import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Who asked for what is kept about them. `reader`: the private half of the key that parts are sealed to, itself sealed,
 * destroyed once they are one file. A file is there for seven days; a link to it is known by its digest.
 */
export const dataRequests = migration("Identity0028DataRequests", [
  `create table data_request (
    id uuid primary key,
    account_id uuid not null references account,
    asked_at timestamptz not null,
    reader text,
    file text,
    ready_at timestamptz,
    expires_at timestamptz not null,
    check ((ready_at is null) = (file is null)),
    check ((ready_at is null) = (reader is not null))
  )`,
  "create index data_request_of_account on data_request (account_id, asked_at desc)",
  "create index data_request_expiry on data_request (expires_at)",
  `create table data_part (
    request_id uuid not null references data_request on delete cascade,
    source text not null,
    sealed text not null,
    primary key (request_id, source)
  )`,
  `create table data_link (
    digest text primary key,
    request_id uuid not null references data_request on delete cascade,
    format text not null check (format in ('HTML', 'JSON')),
    expires_at timestamptz not null
  )`,
  "create index data_link_expiry on data_link (expires_at)",
]);
