import { migration } from "@campus-graph/kit/sql/migrations";

/** How a form was signed: by hand, as all before, or by a code; and by which proof, which signs one form and no other. */
export const signedByCode = migration("Binding0008SignedByCode", [
  `alter table application add column signed_by text check (signed_by in ('STROKES', 'CODE')), add column proof_id uuid`,
  `update application set signed_by = 'STROKES' where strokes_hash is not null`,
  `alter table sealed_form add column signed_by text not null default 'STROKES' check (signed_by in ('STROKES', 'CODE'))`,
  `alter table sealed_form add column proof_id uuid unique`,
]);
