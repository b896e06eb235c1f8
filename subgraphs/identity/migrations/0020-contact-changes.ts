import { migration } from "@campus-graph/kit/sql/migrations";

/** Addresses and numbers that took the place of others, each undone by a link that was mailed, whose digest is kept. */
export const contactChanges = migration("Identity0020ContactChanges", [
  `alter table verification_challenge
    drop constraint verification_challenge_purpose_check,
    add constraint verification_challenge_purpose_check check (purpose in ('APPLICATION', 'SIGN_IN', 'CONTACT'))`,
  `create table contact_change (
    id uuid primary key,
    account_id uuid not null references account,
    kind text not null check (kind in ('EMAIL', 'MOBILE')),
    before text not null,
    changed_at timestamptz not null,
    undo_digest text not null unique,
    undo_until timestamptz not null,
    undo_ended_at timestamptz
  )`,
  `create index contact_change_of_account on contact_change (account_id, kind, changed_at)`,
]);
