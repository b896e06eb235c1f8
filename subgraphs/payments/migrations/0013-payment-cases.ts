import { migration } from "@campus-graph/kit/sql/migrations";

export const paymentCases = migration("Payments0013PaymentCases", [
  // Money that settled no bill, until it is credited or paid back.
  `create table payment_case (
    id uuid primary key,
    school_code text not null,
    bill_id uuid not null references bill,
    student_id uuid not null,
    payment_id uuid not null references payment,
    reason text not null check (reason in ('OVERPAYMENT', 'UNAPPLIED')),
    amount integer not null check (amount > 0),
    opened_at timestamptz not null,
    opened_by text,
    opening_reason text,
    held_at timestamptz,
    held_by text,
    hold_note text,
    payee_bank_code text check (payee_bank_code ~ '^[0-9]{3}$'),
    payee_account text,
    payee_account_end text,
    payee_subject text,
    payee_given_at timestamptz,
    closed_at timestamptz
  )`,
  "create index payment_case_of_school on payment_case (school_code, id desc)",
  "create index payment_case_open on payment_case (school_code, id desc) where closed_at is null",
  "create index payment_case_of_bill on payment_case (bill_id)",
  `create table refund (
    id uuid primary key,
    case_id uuid not null references payment_case,
    amount integer not null check (amount > 0),
    reason text not null,
    state text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'CREDITED', 'PAID_OUT')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    rejection_reason text,
    credited_bill_id uuid references bill,
    ordered_at timestamptz,
    paid_out_at timestamptz,
    check ((state = 'CREDITED') = (credited_bill_id is not null)),
    check ((state = 'PAID_OUT') = (paid_out_at is not null))
  )`,
  "create index refund_of_case on refund (case_id)",
  // What was paid too much before there were cases is owed back all the same.
  `insert into payment_case (id, school_code, bill_id, student_id, payment_id, reason, amount, opened_at)
   select payment.id, bill.school_code, bill.id, bill.student_id, payment.id, payment.outcome, payment.amount,
     payment.received_at
   from payment join bill on bill.id = payment.bill_id where payment.outcome in ('OVERPAYMENT', 'UNAPPLIED')`,
]);
