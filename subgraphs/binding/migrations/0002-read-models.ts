import { migration } from "@campus-graph/kit/sql/migrations";

/** What binding knows of the roster, from its events alone. */
export const readModels = migration("Binding0002ReadModels", [
  // class_id null: the student has left. Whoever decides a request of the student locks this row first.
  `create table student (
    id text primary key,
    class_id text,
    school_code text not null,
    seat_number integer,
    person_key text not null,
    parent_person_keys text[] not null
  )`,
  `create index student_of_class on student (class_id, seat_number)`,
  `create index student_of_person on student (person_key)`,
  `create table homeroom (
    class_id text not null,
    subject_id text not null,
    school_code text not null,
    from_at timestamptz not null,
    until_at timestamptz,
    primary key (class_id, subject_id)
  )`,
  `create index homeroom_of_teacher on homeroom (subject_id)`,
]);
