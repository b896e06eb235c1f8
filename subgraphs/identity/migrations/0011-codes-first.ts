import { migration } from "@campus-graph/kit/sql/migrations";

/** Mails that are due, codes before all others. */
export const codesFirst = migration("Identity0011CodesFirst", [
  `drop index mail_job_due`,
  `create index mail_job_due on mail_job ((kind <> 'code'), next_try_at)
    where sent_at is null and given_up_at is null`,
]);
