import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * A school may enter a pupil whom another school of the city has on its books: it gets a record of its own, which is
 * `arriving` until the other lets the pupil go. One record of a person is never arriving; each school has at most one.
 */
export const arrivals = migration("Roster0003Arrivals", [
  "alter table student add column arriving boolean not null default false",
  "alter table student drop constraint student_national_id_index_key",
  "create unique index student_of_person on student (national_id_index) where not arriving",
  "create unique index student_arriving on student (national_id_index, school_code) where arriving",
]);
