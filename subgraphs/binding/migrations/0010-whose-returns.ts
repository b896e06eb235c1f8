import { migration } from "@campus-graph/kit/sql/migrations";

/** Whoever returns requests is offered the reasons that they gave last. */
export const whoseReturns = migration("Binding0010WhoseReturns", [
  "alter table request_return add column returned_by text",
  `update request_return set returned_by = request.decided_by from request
   where request.id = request_return.request_id and request.decided_at = request_return.returned_at`,
  "create index request_return_by on request_return (returned_by, returned_at desc)",
]);
