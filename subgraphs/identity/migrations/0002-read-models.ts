import { migration } from "@campus-graph/kit/sql/migrations";

/** What binding and roster told: by it identity decides who may see whom. */
export const readModel = migration("Identity0002ReadModels", [
  // `person_key`: the person of the declaration that was submitted, where binding names it.
  `create table request (
    id uuid primary key,
    application_id uuid not null,
    subject_id uuid not null,
    student_id uuid not null,
    class_id uuid not null,
    person_key text,
    status text not null
      check (status in ('PENDING', 'RETURNED', 'CANCELLED', 'APPROVED', 'PROVISION_FAILED', 'BOUND', 'REVOKED')),
    account_id uuid
  )`,
  `create index request_of_student on request (student_id)`,
  `create index request_of_account on request (account_id)`,
  `create table student_class (student_id uuid primary key, class_id uuid not null)`,
  `create table homeroom (
    class_id uuid not null,
    staff_subject_id uuid not null,
    since timestamptz not null,
    until timestamptz,
    primary key (class_id, staff_subject_id, since)
  )`,
]);
