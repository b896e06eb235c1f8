import { migration } from "@campus-graph/kit/sql/migrations";

/** National IDs that an account's person had before one was corrected or renewed, by their keys: they go on leading to it. */
export const formerPersonKeys = migration("Identity0015FormerPersonKeys", [
  `create table former_person_key (
    person_key text primary key,
    account_id uuid not null references account,
    until timestamptz not null
  )`,
  `create index former_person_key_of_account on former_person_key (account_id)`,
]);
