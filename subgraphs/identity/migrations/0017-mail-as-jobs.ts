import { migration } from "@campus-graph/kit/sql/migrations";

/** Mails are jobs like all other later work. Those unsent go on; letters stay as they were sealed. */
export const mailAsJobs = migration("Identity0017MailAsJobs", [
  `insert into job (id, kind, dedupe, payload, urgent, created_at, next_try_at, tries, done_at, dead_at)
   select id, 'mail-' || kind, dedupe, case when letter is not null then jsonb_build_object('letter', letter) end,
     kind = 'code', created_at, next_try_at, tries, sent_at, given_up_at
   from mail_job`,
  `drop table mail_job`,
]);
