import { migration } from "@campus-graph/kit/sql/migrations";

/** An approved request whose person has an account under another login waits for its owner, and takes no slot until then. */
export const personLinks = migration("Binding0007PersonLinks", [
  `alter table request add column link_expires_at timestamptz`,
  `alter table request drop constraint request_check1`,
  `alter table request
    add check (slot is null or status in ('APPROVED', 'BOUND')),
    add check (slot is not null or status <> 'BOUND'),
    add check (slot is not null or status <> 'APPROVED' or link_expires_at is not null)`,
]);
