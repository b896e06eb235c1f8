import { migration } from "@campus-graph/kit/sql/migrations";

export const issuedBy = migration("Payments0009IssuedBy", [
  // Who issued a bill, for its history. Of bills from before nobody knows.
  "alter table bill add column issued_by text",
]);
