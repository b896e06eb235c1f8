import { migration } from "@campus-graph/kit/sql/migrations";

/** Even the table's owner cannot change by accident what stands in the books. */
const appendOnly = (table: string) => [
  `create trigger ${table}_only_grows before update or delete on ${table}
   for each row execute function refuse_change()`,
  `create trigger ${table}_is_not_emptied before truncate on ${table}
   for each statement execute function refuse_change()`,
];

export const ledger = migration("Payments0003Ledger", [
  // One row is a debit and an equal credit.
  `create table ledger_transfer (
    id uuid primary key,
    kind text not null,
    school_code text not null,
    debit_account text not null,
    credit_account text not null,
    amount integer not null check (amount > 0),
    bill_id uuid not null references bill,
    payment_id uuid references payment,
    posted_at timestamptz not null,
    check (debit_account <> credit_account),
    unique nulls not distinct (kind, bill_id, payment_id)
  )`,
  `create index ledger_transfer_of_school on ledger_transfer (school_code)
   include (debit_account, credit_account, amount)`,
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'table % only grows: a correction is a new row', tg_table_name;
   end $$`,
  ...appendOnly("ledger_transfer"),
  ...appendOnly("payment"),
]);
