import { migration } from "@campus-graph/kit/sql/migrations";

export const schoolsSought = migration("Roster0005SchoolsSought", [
  // At which schools one child was looked for within a day. `seekers`: by everybody, or by the recorded parents.
  `create table schools_sought (
    national_id_index text not null,
    seekers text not null check (seekers in ('ANYBODY', 'PARENTS')),
    since timestamptz not null,
    schools text[] not null,
    primary key (national_id_index, seekers)
  )`,
  "create index schools_sought_since on schools_sought (since)",
  // Who the holder of an account is, as a teacher has approved. `person_key` may stand in events, so it does here.
  `create table account_person (
    subject_id text primary key,
    person_key text not null
  )`,
]);
