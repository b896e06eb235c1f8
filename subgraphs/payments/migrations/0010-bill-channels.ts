import { migration } from "@campus-graph/kit/sql/migrations";

export const billChannels = migration("Payments0010BillChannels", [
  // The channels that a cashier chose for a bill. Null, as for all bills from before: all that the agreement has.
  "alter table bill add column channels text[]",
]);
