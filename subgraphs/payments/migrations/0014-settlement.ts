import { migration } from "@campus-graph/kit/sql/migrations";

export const settlement = migration("Payments0014Settlement", [
  // A day's file of one partner, for one school or (school_code null) for all of the city's. A day may have several.
  `create table settlement_file (
    id uuid primary key,
    partner text not null,
    school_code text,
    day date not null,
    number integer not null check (number > 0),
    lines integer not null,
    paid_in bigint not null,
    paid_out bigint not null,
    digest text not null,
    imported_by text,
    imported_at timestamptz not null,
    completed_at timestamptz,
    unique nulls not distinct (partner, school_code, day, number)
  )`,
  "create index settlement_file_of_school on settlement_file (school_code, id desc)",
  // What the bank said, line by line, and what was found. It is never changed.
  `create table settlement_line (
    id uuid primary key,
    file_id uuid not null references settlement_file,
    line integer not null,
    kind text not null check (kind in ('PAYMENT', 'REFUND')),
    partner text not null,
    transaction_number text not null,
    reference text not null,
    amount integer not null check (amount > 0),
    channel text,
    day date not null,
    finding text not null,
    payment_id uuid references payment,
    refund_id uuid references refund,
    unique (file_id, line)
  )`,
  // Whatever else goes wrong, one transaction is settled once.
  "create unique index settlement_line_settles_once on settlement_line (partner, transaction_number) where finding <> 'DUPLICATE'",
  "create index settlement_line_of_payment on settlement_line (payment_id) where payment_id is not null",
  `create trigger settlement_line_only_grows before update or delete on settlement_line
   for each row execute function refuse_change()`,
  `create trigger settlement_line_is_not_emptied before truncate on settlement_line
   for each statement execute function refuse_change()`,
  // Lines that do not fit, and payments that no file brought (line 0), until somebody has said what to do.
  `create table settlement_exception (
    id uuid primary key,
    file_id uuid not null references settlement_file,
    line integer not null,
    line_id uuid references settlement_line,
    kind text not null
      check (kind in ('UNKNOWN_NUMBER', 'AMOUNT_DIFFERS', 'NOT_NOTIFIED', 'NOT_SETTLED', 'DUPLICATE', 'SUPERSEDED')),
    school_code text not null,
    reference text not null,
    transaction_number text not null,
    amount integer not null check (amount > 0),
    difference integer not null default 0,
    is_suspended boolean not null default false,
    payment_id uuid references payment,
    opened_at timestamptz not null,
    remedy text check (remedy in ('APPLY', 'REFUND', 'HOLD')),
    note text,
    decided_by text,
    resolved_at timestamptz
  )`,
  "create index ledger_transfer_of_reference on ledger_transfer (reference_id) where reference_id is not null",
  // What the partner told of in the weeks before a file.
  "create index payment_of_partner on payment (partner, paid_at)",
  "create index settlement_exception_of_school on settlement_exception (school_code, id desc)",
  "create index settlement_exception_of_file on settlement_exception (file_id, id)",
  "create index settlement_exception_of_payment on settlement_exception (payment_id) where kind = 'NOT_SETTLED'",
]);
