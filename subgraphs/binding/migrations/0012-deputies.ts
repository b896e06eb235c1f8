import { migration } from "@campus-graph/kit/sql/migrations";

/** Who stands in for a homeroom teacher, as roster tells it. */
export const deputies = migration("Binding0012Deputies", [
  `create table deputy (
    id text primary key,
    class_id text not null,
    subject_id text not null,
    school_code text not null,
    from_at timestamptz not null,
    until_at timestamptz not null
  )`,
  "create index deputy_of_class on deputy (class_id)",
  "create index deputy_of_teacher on deputy (subject_id)",
]);
