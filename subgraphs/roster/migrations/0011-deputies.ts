import { migration } from "@campus-graph/kit/sql/migrations";

/** Who stands in for a homeroom teacher, and on which days a teacher's role is held. */
export const deputies = migration("Roster0011Deputies", [
  `create table deputy (
    id uuid primary key,
    class_id uuid not null references school_class,
    staff_subject_id text not null,
    "from" text not null,
    until text not null,
    ended_at timestamptz,
    end_event_id uuid,
    constraint deputy_days_check check ("from" <= until)
  )`,
  "create index deputy_of_class on deputy (class_id) where ended_at is null",
  "create index deputy_of_teacher on deputy (staff_subject_id) where ended_at is null",
  // Null: since before days were told, or without end.
  'alter table teacher add column "from" text',
  "alter table teacher add column until text",
]);
