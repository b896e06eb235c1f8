import type { SealedColumn } from "@campus-graph/kit/resealing/sealed-columns";

/** Everything that roster seals: what is missing here would be lost with an earlier key. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "student", column: "sealed_particulars", key: [["id", "uuid"]] },
  {
    table: "recorded_parent",
    column: "sealed_national_id",
    key: [
      ["student_id", "uuid"],
      ["position", "text"],
    ],
    row: "student_id || '/' || position",
  },
];
