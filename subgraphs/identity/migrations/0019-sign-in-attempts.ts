import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Who signed in, or tried to, for the account's owner alone: the device's own words and its address stand sealed. A try at
 * a login that is nobody's is written down like any other, so that it takes no less time; it has no account, and goes soon.
 */
export const signInAttempts = migration("Identity0019SignInAttempts", [
  `create table sign_in_attempt (
    id uuid primary key,
    account_id uuid,
    at timestamptz not null,
    succeeded boolean not null,
    client text not null,
    device text not null
  )`,
  `create index sign_in_attempt_of_account on sign_in_attempt (account_id, at desc, id desc)`,
  `create index sign_in_attempt_at on sign_in_attempt (at)`,
]);
