import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Approved requests that name the national ID of an account under an address that is not the account's: they wait for
 * its owner's word until `expires_at`.
 */
export const personLinks = migration("Identity0013PersonLinks", [
  `create table person_link (
    id uuid primary key,
    request_id uuid not null unique,
    account_id uuid not null references account,
    applied_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    accepted boolean,
    check ((answered_at is null) = (accepted is null))
  )`,
  `create index person_link_of_account on person_link (account_id)`,
  `create index person_link_open on person_link (expires_at) where answered_at is null`,
]);
