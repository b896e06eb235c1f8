import { migration } from "@campus-graph/kit/sql/migrations";

/** Links by which a new account's person chooses a password, each known by its digest and good for one use. */
export const activationLinks = migration("Identity0021ActivationLinks", [
  `create table activation_link (
    digest text primary key,
    account_id uuid not null references account,
    expires_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create index activation_link_of_account on activation_link (account_id)`,
]);
