import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Who looked at what of whom, and why, for the person it concerns. `by_subject_id` looked as `role`; `person_subject_id` is
 * whose it is, and `student_id` or `request_id` what it was looked at for. The reason is sealed for its row.
 */
export const disclosures = migration("Identity0023Disclosures", [
  `create table disclosure (
    id uuid primary key,
    at timestamptz not null,
    by_subject_id uuid not null,
    role text not null,
    school_code text,
    what text not null,
    reason text,
    person_subject_id uuid,
    student_id uuid,
    request_id uuid
  )`,
  "create index disclosure_of_person on disclosure (person_subject_id, at desc, id desc)",
  "create index disclosure_of_student on disclosure (student_id, at desc, id desc)",
]);
