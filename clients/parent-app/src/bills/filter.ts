export const filters = ["UNPAID", "PAID", "ALL"] as const;

/** Which bills are shown. */
export type Filter = (typeof filters)[number];
