import { migration } from "@campus-graph/kit/sql/migrations";

/** Mails to send. `letter` is encrypted (address, subject, text) and erased once the mail is out. */
export const mail = migration("Identity0003Mail", [
  `create table mail_job (
    id uuid primary key,
    kind text not null,
    dedupe text not null unique,
    letter text,
    created_at timestamptz not null,
    next_try_at timestamptz not null,
    tries integer not null default 0,
    sent_at timestamptz,
    given_up_at timestamptz
  )`,
  `create index mail_job_due on mail_job (next_try_at) where sent_at is null and given_up_at is null`,
]);
