import { migration } from "@campus-graph/kit/sql/migrations";

export const tables = migration("Roster0001Tables", [
  `create table school (
    code text primary key check (code ~ '^[0-9]{3}[0-9A-Z][0-9]{2}$'),
    name text not null,
    level text not null check (level in ('ELEMENTARY', 'JUNIOR_HIGH', 'SENIOR_HIGH', 'VOCATIONAL_HIGH'))
  )`,
  `create table school_class (
    id uuid primary key,
    school_code text not null references school,
    name text not null,
    grade integer not null check (grade between 1 and 12),
    homeroom_login_key text,
    unique (school_code, name)
  )`,
  // A named teacher is looked for when identity says that the login exists.
  "create index school_class_awaits on school_class (homeroom_login_key, school_code)",
  `create table student (
    id uuid primary key,
    national_id_index text not null unique,
    person_key text not null,
    school_code text not null references school,
    class_id uuid not null references school_class,
    seat_number integer,
    student_number text,
    masked_name text not null,
    sealed_particulars text not null,
    left_at timestamptz
  )`,
  "create index student_of_class on student (class_id) where left_at is null",
  `create table recorded_parent (
    student_id uuid not null references student,
    position text not null check (position in ('FATHER', 'MOTHER', 'GUARDIAN')),
    person_key text not null,
    sealed_national_id text not null,
    primary key (student_id, position)
  )`,
  `create table homeroom (
    id uuid primary key,
    class_id uuid not null references school_class,
    staff_subject_id text not null,
    "from" timestamptz not null,
    until timestamptz
  )`,
  "create unique index homeroom_lasting on homeroom (class_id) where until is null",
  "create index homeroom_of_teacher on homeroom (staff_subject_id) where until is null",
  // Who teaches where, as identity tells it; by the login's key, since a sheet names a teacher by e-mail.
  `create table teacher (
    login_key text not null,
    school_code text not null,
    subject_id text not null,
    primary key (login_key, school_code)
  )`,
]);
