import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * How a code was sent, on the challenge and on the sign-in that waits for it. Of text messages it is kept what their
 * provider said became of them; the number stands masked.
 */
export const codesBySms = migration("Identity0025CodesBySms", [
  `alter table verification_challenge add column by text not null default 'EMAIL' check (by in ('EMAIL', 'SMS'))`,
  `alter table sign_in add column code_by text not null default 'EMAIL' check (code_by in ('EMAIL', 'SMS'))`,
  `create table sms_delivery (
    id uuid primary key,
    masked_target text not null,
    reference text,
    state text not null check (state in ('ACCEPTED', 'DELIVERED', 'FAILED')),
    accepted_at timestamptz not null,
    settled_at timestamptz
  )`,
  `create index sms_delivery_accepted on sms_delivery (accepted_at)`,
]);
