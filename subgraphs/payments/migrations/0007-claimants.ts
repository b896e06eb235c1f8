import { migration } from "@campus-graph/kit/sql/migrations";

export const claimants = migration("Payments0007Claimants", [
  // How a guardian is tied to a student, so that the other one reads who has begun to pay. Ties from before say nothing.
  `create table guardian_tie (
    binding_id text primary key,
    subject text not null,
    student_id uuid not null,
    relationship text not null
  )`,
  "create index guardian_tie_of_subject on guardian_tie (subject, student_id)",
]);
