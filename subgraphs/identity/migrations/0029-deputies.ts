import { migration } from "@campus-graph/kit/sql/migrations";

/** Who stands in for a homeroom teacher, as roster tells it. */
export const deputies = migration("Identity0029Deputies", [
  `create table deputy (
    id uuid primary key,
    class_id uuid not null,
    staff_subject_id uuid not null,
    since timestamptz not null,
    until timestamptz not null
  )`,
  "create index deputy_of_class on deputy (class_id)",
]);
