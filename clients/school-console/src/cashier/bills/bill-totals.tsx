import type { BillFiguresQuery } from "@campus-graph/clients/generated/operations";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { cashierWords, type Show } from "../../words/cashier";

type Figure = BillFiguresQuery["all"][number];

/** Which sums say something about the bills of a state. */
const sumsOf: Readonly<Record<Show, readonly ("billed" | "paid" | "open" | "overdue")[]>> = {
  ALL: ["billed", "paid", "open", "overdue"],
  UNPAID: ["open", "overdue"],
  OVERDUE: ["overdue"],
  PAID: ["paid"],
  VOIDED: [],
  SUPERSEDED: [],
  WAIVED: [],
};

/** What the list comes to: every number is the graph's, none is added up here. */
export function BillTotals({
  show,
  figure,
  count,
}: {
  show: Show;
  figure: Figure | null | undefined;
  count: number | undefined;
}) {
  const { totals } = useCatalogue(cashierWords);
  return (
    <dl className="totals" aria-label={totals.label} aria-live="polite">
      <div>
        <dt className="visually-hidden">{totals.label}</dt>
        <dd className="count">{count === undefined ? "…" : totals.bills(count)}</dd>
      </div>
      {figure &&
        sumsOf[show].map((sum) => (
          <div key={sum}>
            <dt>{totals[sum]}</dt>
            <dd>{formatMoney(figure[sum])}</dd>
          </div>
        ))}
    </dl>
  );
}
