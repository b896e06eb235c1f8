import { migration } from "@campus-graph/kit/sql/migrations";

export const endedClaims = migration("Payments0006EndedClaims", [
  // A claim ends when its guardian takes it back, or starts to pay the bill in another way.
  "alter table payment_claim add column ended_at timestamptz",
  `update payment_claim as earlier set ended_at = now() where exists (
     select from payment_claim as later
     where later.bill_id = earlier.bill_id and later.subject = earlier.subject
       and (later.started_at, later.id) > (earlier.started_at, earlier.id)
   )`,
  "create unique index payment_claim_of_guardian on payment_claim (bill_id, subject) where ended_at is null",
]);
