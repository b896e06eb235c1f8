import type { BillFiguresQuery } from "@campus-graph/clients/generated/operations";
import type { Show } from "../../words/cashier";

/** How many bills there are in a state, by the graph's own count. */
export function countOf(show: Show, { all: [all], byStatus }: BillFiguresQuery): number {
  if (!all) return 0;
  if (show === "ALL") return all.bills;
  if (show === "OVERDUE") return all.overdueBills;
  return byStatus.find(({ key }) => key === show)?.bills ?? 0;
}
