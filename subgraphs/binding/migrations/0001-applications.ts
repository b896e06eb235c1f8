import { migration } from "@campus-graph/kit/sql/migrations";

export const applications = migration("Binding0001Applications", [
  // The exact words that somebody agreed to, once per wording.
  `create table consent_text (
    digest text primary key,
    version text not null,
    title text not null,
    summary jsonb not null,
    body text not null
  )`,
  `create table application (
    id uuid primary key,
    subject_id text not null,
    started_at timestamptz not null,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'DECLINED')),
    consent jsonb,
    sealed_strokes text,
    strokes_hash text,
    submitted_at timestamptz
  )`,
  `create index application_of_subject on application (subject_id, id)`,
  // One open draft per guardian: two starts at once find the same one.
  `create unique index application_open_draft on application (subject_id) where status = 'DRAFT'`,
  `create table request (
    id uuid primary key,
    application_id uuid not null references application (id),
    subject_id text not null,
    student_id text not null,
    school_code text not null,
    class_id text not null,
    relationship text not null,
    other_relationship text,
    status text not null check (status in
      ('DRAFT', 'PENDING', 'RETURNED', 'APPROVED', 'BOUND', 'PROVISION_FAILED', 'CANCELLED')),
    person_key text,
    login_check text check (login_check in ('FREE', 'OWN', 'TAKEN')),
    applied_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    return_reason text,
    slot smallint check (slot in (1, 2)),
    account_id text,
    check ((relationship = 'OTHER') = (other_relationship is not null)),
    check ((slot is not null) = (status in ('APPROVED', 'BOUND'))),
    check ((status = 'DRAFT') = (person_key is null)),
    unique (application_id, student_id)
  )`,
  `create index request_of_student on request (student_id)`,
  `create index request_of_subject on request (subject_id)`,
  // At most two guardians per student, whatever the code above it does.
  `create unique index request_slot on request (student_id, slot) where slot is not null`,
  // A guardian has at most one request under way for a student.
  `create unique index request_open on request (subject_id, student_id)
    where status in ('PENDING', 'RETURNED', 'APPROVED', 'BOUND')`,
  `create table binding (
    id uuid primary key,
    request_id uuid not null unique references request (id),
    subject_id text not null,
    student_id text not null,
    relationship text not null,
    opened_at timestamptz not null,
    unique (subject_id, student_id)
  )`,
  `create index binding_of_student on binding (student_id)`,
  // What was signed, as it stood: version 1 is the application (request_id null), later ones are corrected requests.
  `create table sealed_form (
    id uuid primary key,
    application_id uuid not null references application (id),
    request_id uuid references request (id),
    version integer not null,
    document_hash text not null,
    sealed_document text not null,
    sealed_strokes text not null,
    sealed_at timestamptz not null,
    unique nulls not distinct (application_id, request_id, version)
  )`,
]);
