import { migration } from "@campus-graph/kit/sql/migrations";

/**
 * A key for each person, wrapped by the ring `field`, under which their signed forms stand. Without it nobody reads
 * them, whoever has the ring: `wrapped` null is a key that was destroyed, and is never made anew.
 */
export const personDataKeys = migration("Binding0013PersonDataKeys", [
  `create table person_data_key (
    subject_id text primary key,
    wrapped text,
    made_at timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
  )`,
  // The forms that stand under the ring itself, oldest first: those from before, and those that were just signed.
  "create index sealed_form_to_seal_for_person on sealed_form (id) where sealed_document not like 'own.%'",
]);
