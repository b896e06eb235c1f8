import { migration } from "@campus-graph/kit/sql/migrations";

export const books = migration("Payments0012Books", [
  // By whose word a payment is known: a partner's notice, the bank's file, or a cashier who credits what was overpaid.
  `alter table payment add column source text not null default 'NOTICE'
    constraint payment_source_check check (source in ('NOTICE', 'SETTLEMENT', 'CASE'))`,
  // Money that nobody can place belongs to no bill; and a bill may be moved more than once by what stands beside it.
  `alter table ledger_transfer
    alter column bill_id drop not null,
    add column reference_id uuid,
    drop constraint ledger_transfer_kind_bill_id_payment_id_key,
    add constraint ledger_transfer_once unique nulls not distinct (kind, bill_id, payment_id, reference_id)`,
  // What of a paid bill the school asks no more for, and so owes back.
  `alter table bill add column reduced integer not null default 0
    constraint bill_reduced_check check (reduced >= 0 and reduced <= amount)`,
]);
