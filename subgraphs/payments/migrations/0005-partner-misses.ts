import { migration } from "@campus-graph/kit/sql/migrations";

export const partnerMisses = migration("Payments0005PartnerMisses", [
  // What each partner asked about numbers, and missed: fading counts, and when a miss was last answered while too many.
  `create table partner_miss (
    partner text primary key,
    asked double precision not null,
    missed double precision not null,
    counted_at timestamptz not null,
    answered_at timestamptz
  )`,
]);
