import { migration } from "@campus-graph/kit/sql/migrations";

export const payments = migration("Payments0002Payments", [
  `create table payment (
    id uuid primary key,
    bill_id uuid not null references bill,
    partner text not null,
    transaction_number text not null,
    account_number text not null,
    amount integer not null check (amount > 0),
    channel text not null,
    paid_at timestamptz not null,
    outcome text not null check (outcome in ('RECEIVED', 'OVERPAYMENT')),
    received_at timestamptz not null,
    unique (partner, transaction_number)
  )`,
  // Whatever else goes wrong, one bill is settled by one payment.
  "create unique index payment_settles_once on payment (bill_id) where outcome = 'RECEIVED'",
  "create index payment_of_bill on payment (bill_id)",
  `create table payment_claim (
    id uuid primary key,
    bill_id uuid not null references bill,
    subject text not null,
    channel text not null,
    started_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  "create index payment_claim_of_bill on payment_claim (bill_id, expires_at)",
]);
