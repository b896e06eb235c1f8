import { migration } from "@campus-graph/kit/sql/migrations";

/** Whether a report said that there is no such mailbox, after a server had taken the mail. */
export const reportedBounces = migration("Identity0033ReportedBounces", [
  `alter table bounced_address add column is_reported boolean not null default false`,
]);
