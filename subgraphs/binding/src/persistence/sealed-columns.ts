import type { SealedColumn } from "@campus-graph/kit/resealing/sealed-columns";

const key = [["id", "uuid"]] as const;

/** Everything that binding seals: what is missing here would be lost with an earlier key. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "application", column: "sealed_strokes", key },
  // Of forms only those that no person's own key has sealed yet.
  { table: "sealed_form", column: "sealed_document", key },
  { table: "sealed_form", column: "sealed_strokes", key },
  { table: "person_data_key", column: "wrapped", key: [["subject_id", "text"]] },
];
