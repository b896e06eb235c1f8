import { migration } from "@campus-graph/kit/sql/migrations";

/** A reviewer decides about one signed version of a request; a failed one stays in the grid with its reason. */
export const reviewedVersions = migration("Binding0006ReviewedVersions", [
  `alter table request
    add column version integer not null default 0,
    add column provision_code text`,
  `update request set version = 1 + (select count(*) from sealed_form where sealed_form.request_id = request.id)
   where status <> 'DRAFT'`,
  `update request set provision_code = 'EMAIL_TAKEN' where status = 'PROVISION_FAILED'`,
  `alter table request add check ((status = 'DRAFT') = (version = 0))`,
  // What each return said: the request itself keeps the newest only.
  `create table request_return (
    request_id uuid not null references request (id),
    returned_at timestamptz not null,
    reason text not null,
    primary key (request_id, returned_at)
  )`,
  `insert into request_return (request_id, returned_at, reason)
   select id, decided_at, return_reason from request where return_reason is not null and decided_at is not null`,
]);
