import { migration } from "@campus-graph/kit/sql/migrations";

export const bills = migration("Payments0001Bills", [
  // What roster's events tell: enough to bill a class and to name a child to whoever pays.
  `create table school (
    code text primary key,
    name text not null
  )`,
  `create table student (
    id uuid primary key,
    school_code text not null,
    class_id uuid not null,
    seat_number integer,
    masked_name text not null,
    enrolled boolean not null
  )`,
  "create index student_of_class on student (school_code, class_id) where enrolled",
  // An agreement is never changed: a bill stays with the one that it was issued under.
  `create table issuer (
    id uuid primary key,
    school_code text not null,
    current boolean not null,
    prefix text not null check (prefix ~ '^[0-9]{6}$'),
    check_rule text not null,
    bank_code text not null check (bank_code ~ '^[0-9]{3}$'),
    bank_name text not null,
    collection_code text not null check (collection_code ~ '^[0-9A-Z]{3}$'),
    store_cap_ntd integer not null check (store_cap_ntd >= 0),
    channels text[] not null
  )`,
  "create unique index issuer_of_school on issuer (school_code) where current",
  "create unique index issuer_by_prefix on issuer (prefix) where current",
  // Counts the schools that were given a prefix out of the range.
  "create sequence issuer_place minvalue 0",
  // Permuted before anyone sees it. A place that a failed act has taken stays unused.
  "create sequence serial_place minvalue 0 maxvalue 999999999",
  `create table bill (
    id uuid primary key,
    account_number text not null unique check (account_number ~ '^[0-9]{16}$'),
    title text not null,
    items jsonb not null,
    amount integer not null check (amount > 0),
    due_date date not null,
    status text not null check (status in ('UNPAID', 'PAID', 'VOIDED', 'SUPERSEDED')),
    issuer_id uuid not null references issuer,
    school_code text not null,
    school_name text not null,
    student_id uuid not null,
    issued_at timestamptz not null,
    paid_at timestamptz,
    check ((status = 'PAID') = (paid_at is not null))
  )`,
  "create index bill_of_student on bill (student_id, id desc)",
  "create index bill_of_student_by_status on bill (student_id, status, id desc)",
  "create index bill_of_school on bill (school_code, id desc)",
  "create index bill_of_school_by_status on bill (school_code, status, id desc)",
]);
