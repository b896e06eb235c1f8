import { migration } from "@campus-graph/kit/sql/migrations";

/** Accounts that nobody signs in to: since when, by whose office, and why, sealed. */
export const disabledAccounts = migration("Identity0018DisabledAccounts", [
  `alter table account
    add column disabled_at timestamptz,
    add column disabled_by text check (disabled_by in ('SCHOOL', 'BUREAU')),
    add column disabled_reason text,
    add constraint account_disabled_check check ((disabled_at is null) = (disabled_by is null))`,
]);
