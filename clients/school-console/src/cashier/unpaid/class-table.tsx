import type { ClassFiguresQuery } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { csvOf } from "@campus-graph/ui/export/csv";
import { download } from "@campus-graph/ui/export/download";
import { taipeiDayOf } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { Link } from "wouter";
import { cashierWords } from "../../words/cashier";
import { unpaidWords } from "../../words/unpaid";
import { addressOf } from "../bills/filter";
import { useCashiersSchool } from "../school";
import { useStudents } from "../students/students";
import { ShareBar } from "./share-bar";

type Figure = ClassFiguresQuery["byClass"][number];

/** A row per class, in the school's order; a class that was billed nothing has none. */
export function ClassTable({ figures, title }: { figures: readonly Figure[]; title: string }) {
  const words = useCatalogue(unpaidWords);
  const { totals } = useCatalogue(cashierWords);
  const { data: index } = useStudents();
  const { code } = useCashiersSchool();
  const nameOf = (key: string) => index?.classById.get(key)?.name ?? words.noClass;
  const place = new Map(index?.classes.map(({ id }, at) => [id, at]));
  const placeOf = ({ key }: Figure) => place.get(key) ?? Number.POSITIVE_INFINITY;
  const rows = [...figures].sort((a, b) => placeOf(a) - placeOf(b));
  const most = Math.max(...rows.map(({ billed }) => billed));
  const save = () =>
    download(
      `classes-${code}-${taipeiDayOf(new Date().toISOString())}.csv`,
      csvOf([
        [words.schoolClass, totals.billed, totals.paid, totals.open, totals.overdue, words.openBills],
        ...rows.map(({ key, billed, paid, open, overdue, openBills }) => [
          nameOf(key),
          billed,
          paid,
          open,
          overdue,
          openBills,
        ]),
      ]),
    );
  return (
    <section className="paper">
      <div className="list-head">
        <ul className="legend" aria-hidden="true">
          <li className="share-paid">{totals.paid}</li>
          <li className="share-open">{words.notDue}</li>
          <li className="share-overdue">{words.overdue}</li>
        </ul>
        <Button kind="quiet" onClick={save}>
          <Icon name="save" />
          {words.csv}
        </Button>
      </div>
      <table className="plain classes">
        <thead>
          <tr>
            <th scope="col">{words.schoolClass}</th>
            <th scope="col">{words.share}</th>
            <th scope="col" className="number">
              {totals.paid}
            </th>
            <th scope="col" className="number">
              {totals.open}
            </th>
            <th scope="col" className="number">
              {totals.overdue}
            </th>
            <th scope="col" className="number">
              {words.openBills}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, billed, paid, open, overdue, bills, paidBills, openBills }) => (
            <tr key={key}>
              <th scope="row">
                {index?.classById.has(key) ? (
                  <Link href={addressOf({ show: "UNPAID", classId: key, title })}>{nameOf(key)}</Link>
                ) : (
                  nameOf(key)
                )}
              </th>
              <td className="drawn">
                <ShareBar
                  label={words.says(paidBills, bills)}
                  most={most}
                  parts={[
                    { amount: paid, className: "share-paid" },
                    { amount: open - overdue, className: "share-open" },
                    { amount: overdue, className: "share-overdue" },
                  ]}
                />
                <small>{formatMoney(billed)}</small>
              </td>
              <td className="number">{formatMoney(paid)}</td>
              <td className="number">{formatMoney(open)}</td>
              <td className="number">{formatMoney(overdue)}</td>
              <td className="number">{openBills}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
