import { migration } from "@campus-graph/kit/sql/migrations";

export const amendedBills = migration("Payments0011AmendedBills", [
  // A bill that is no longer to be paid says who ended it, why, and which bill stands in its place.
  `alter table bill
    add column replaced_by_id uuid references bill,
    add column ended_at timestamptz,
    add column ended_by text,
    add column end_reason text,
    drop constraint bill_status_check,
    add constraint bill_status_check check (status in ('UNPAID', 'PAID', 'VOIDED', 'SUPERSEDED', 'WAIVED')),
    add constraint bill_replaced_check check (replaced_by_id is null or status = 'SUPERSEDED')`,
  "create unique index bill_in_place_of on bill (replaced_by_id) where replaced_by_id is not null",
  "alter table payment drop constraint payment_outcome_check",
  `alter table payment add constraint payment_outcome_check
    check (outcome in ('RECEIVED', 'OVERPAYMENT', 'UNAPPLIED'))`,
]);
