import type { SealedColumn } from "@campus-graph/kit/resealing/sealed-columns";

/** Everything that payments seals: what is missing here would be lost with an earlier key. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "payment_case", column: "payee_account", key: [["id", "uuid"]] },
];
