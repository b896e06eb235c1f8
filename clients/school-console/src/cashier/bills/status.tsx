import type { BillStatus } from "@campus-graph/clients/generated/operations";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { cashierWords } from "../../words/cashier";

/** A bill's state in a word and a colour; overdue is more telling than unpaid. */
export function Status({ bill: { status, overdue } }: { bill: { status: BillStatus; overdue: boolean } }) {
  const words = useCatalogue(cashierWords);
  return (
    <span className={`state ${overdue ? "overdue" : status.toLowerCase()}`}>
      {overdue ? words.overdue : (words.status[status] ?? status)}
    </span>
  );
}
