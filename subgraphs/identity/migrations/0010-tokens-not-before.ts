import { migration } from "@campus-graph/kit/sql/migrations";

/** From when on a subject's tokens count: older ones are refused, however long they were to live. */
export const tokensNotBefore = migration("Identity0010TokensNotBefore", [
  `alter table subject add column not_before timestamptz`,
]);
