import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * What people wish to be written about, how far each template's letters are spread, addresses that took none, and how
 * a letter may call a student.
 */
export const deliveries = migration("Identity0026Deliveries", [
  `create table delivery_preference (
    subject_id uuid not null,
    kind text not null,
    channel text not null,
    wanted boolean not null,
    primary key (subject_id, kind, channel)
  )`,
  `create index delivery_preference_wanted on delivery_preference (kind, channel, subject_id) where wanted`,
  `create table delivery_pace (
    lane text primary key,
    slot timestamptz not null,
    taken integer not null
  )`,
  `create table bounced_address (
    target_index text primary key,
    since timestamptz not null
  )`,
  `alter table student_class add column masked_name text, add column school_name text`,
]);
