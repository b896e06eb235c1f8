import type { ClassFiguresQuery } from "@campus-graph/clients/generated/operations";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId } from "react";
import { cashierWords } from "../../words/cashier";
import { unpaidWords } from "../../words/unpaid";
import { ShareBar } from "./share-bar";

type Figure = ClassFiguresQuery["byChannel"][number];

/** Through which channels the money came. */
export function Channels({ figures }: { figures: readonly Figure[] }) {
  const words = useCatalogue(unpaidWords);
  const { channels, totals } = useCatalogue(cashierWords);
  const id = useId();
  const paid = figures.filter((figure) => figure.paidBills > 0).sort((a, b) => b.paid - a.paid);
  if (paid.length === 0) return null;
  const most = paid[0]!.paid;
  const names: Readonly<Record<string, string>> = channels;
  return (
    <section className="paper" aria-labelledby={id}>
      <h2 id={id}>{words.channels}</h2>
      <table className="plain classes">
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            <th scope="colgroup" colSpan={2}>
              {totals.paid}
            </th>
            <th scope="col" className="number">
              {words.paidBills}
            </th>
          </tr>
        </thead>
        <tbody>
          {paid.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">{names[figure.key] ?? figure.key}</th>
              <td className="drawn">
                <ShareBar
                  label={formatMoney(figure.paid)}
                  most={most}
                  parts={[{ amount: figure.paid, className: "share-paid" }]}
                />
              </td>
              <td className="number">{formatMoney(figure.paid)}</td>
              <td className="number">{figure.paidBills}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
