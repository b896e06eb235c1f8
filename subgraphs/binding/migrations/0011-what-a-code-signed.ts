import { migration } from "@campus-graph/kit/sql/migrations";

/** A code signs what there was when it was given: when the draft last changed, and whom the guardian had declared then. */
export const whatACodeSigned = migration("Binding0011WhatACodeSigned", [
  "alter table application add column changed_at timestamptz",
  "alter table application add column signed_declaration_id uuid",
]);
