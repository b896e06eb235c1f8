import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * Subjects, what they verified, who they say they are, and their accounts. What is personal stands encrypted; what is
 * looked up stands beside it as an HMAC (`…_index`, `person_key`).
 */
export const people = migration("Identity0001People", [
  // `application_id`: the subject belongs to that application alone, which `declared_by` filled in for another person.
  `create table subject (
    id uuid primary key,
    created_at timestamptz not null,
    application_id uuid,
    declared_by uuid references subject,
    unique (application_id, declared_by),
    check ((application_id is null) = (declared_by is null))
  )`,
  // `minted`: this subject came into being by this target, so that a new code to it leads back to the same subject.
  `create table verified_target (
    subject_id uuid not null references subject,
    target_index text not null,
    minted boolean not null,
    verified_at timestamptz not null,
    primary key (subject_id, target_index)
  )`,
  `create unique index verified_target_minted on verified_target (target_index) where minted`,
  `create table verification_challenge (
    id uuid primary key,
    purpose text not null check (purpose in ('APPLICATION', 'SIGN_IN')),
    target_index text not null,
    target text,
    code_digest text not null,
    tries integer not null default 0,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    superseded_at timestamptz,
    used_at timestamptz
  )`,
  `create index verification_challenge_live on verification_challenge (target_index, purpose)
    where used_at is null and superseded_at is null`,
  `create table declared_person (
    id uuid primary key,
    application_id uuid not null,
    subject_id uuid not null references subject,
    declared_by uuid not null references subject,
    declared_at timestamptz not null,
    person_key text not null,
    national_id text not null,
    contacts text not null,
    email_index text not null
  )`,
  `create index declared_person_of_application on declared_person (application_id, declared_at desc, id desc)`,
  `create table account (
    id uuid primary key references subject,
    person_key text unique,
    national_id text,
    contacts text not null,
    roles jsonb not null,
    password_hash text,
    password_state text not null check (password_state in ('NONE', 'INITIAL', 'SPENT', 'OWN')),
    initial_password_dies_at timestamptz,
    initial_password_failures integer not null default 0,
    created_at timestamptz not null,
    check ((password_hash is null) = (password_state = 'NONE'))
  )`,
  // Everything one may type to sign in: e-mail, mobile number, a name of one's own.
  `create table sign_in_name (
    name_index text primary key,
    account_id uuid not null references account,
    kind text not null check (kind in ('EMAIL', 'MOBILE', 'USER_NAME'))
  )`,
  `create index sign_in_name_of_account on sign_in_name (account_id)`,
]);
