import { migration } from "@campus-graph/kit/sql/migrations";

/** Bills that were taken back or replaced, so that none of them is written about as new afterwards. */
export const withdrawnBills = migration("Identity0031WithdrawnBills", [
  `create table withdrawn_bill (
    bill_id uuid primary key,
    replaced_by uuid,
    since timestamptz not null
  )`,
  `create index withdrawn_bill_since on withdrawn_bill (since)`,
]);
