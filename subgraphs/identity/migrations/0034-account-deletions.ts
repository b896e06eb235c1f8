import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Accounts whose owners wish to be here no longer: closed at once, undone by a mailed link, whose digest is kept, until
 * what is personal is destroyed.
 */
export const accountDeletions = migration("Identity0034AccountDeletions", [
  `create table account_deletion (
    account_id uuid primary key references account,
    requested_at timestamptz not null,
    destroys_at timestamptz not null,
    undo_digest text unique,
    destroyed_at timestamptz,
    check ((undo_digest is null) = (destroyed_at is not null))
  )`,
  "create index account_deletion_due on account_deletion (destroys_at) where destroyed_at is null",
  `alter table account
    drop constraint account_disabled_by_check,
    add constraint account_disabled_by_check check (disabled_by in ('SCHOOL', 'BUREAU', 'OWNER'))`,
]);
