import { CashierBillDocument, type CashierBillQuery } from "@campus-graph/clients/generated/operations";
import { ButtonLink } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatDay, formatMoment } from "@campus-graph/ui/format/dates";
import { formatAccountNumber, formatMoney } from "@campus-graph/ui/format/money";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { Link } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { billWords } from "../../words/bill";
import { cashierWords } from "../../words/cashier";
import { type BillChange, changeBillWords } from "../../words/change-bill";
import { issueChannelWords } from "../../words/issue-channels";
import { shellWords } from "../../words/shell";
import { seatOf } from "../bills/bill-columns";
import { Status } from "../bills/status";
import { useStudents } from "../students/students";
import { BillHistory } from "./bill-history";
import { ChangeBill } from "./change-bill";

export type Bill = NonNullable<CashierBillQuery["bill"]>;

/** A bill is looked at while somebody telephones: what happens meanwhile is shown. */
const everyMs = 10_000;

/** One bill: what it asks for, and all that happened to it. */
export function BillPage({ id }: { id: string }) {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(cashierWords);
  const billText = useCatalogue(billWords);
  const read = useUncached(CashierBillDocument, { id }, { everyMs });
  const { done } = useCatalogue(changeBillWords);
  const changed = useHistoryState<{ changed?: BillChange } | undefined>()?.changed;
  const title = read.data?.bill?.title ?? words.tabs.bills;
  return (
    <Page title={title} app={app} backTo="/cashier/bills">
      {changed && (
        <p className="beside" role="status">
          {done[changed]}
        </p>
      )}
      <Loaded of={read}>
        {({ bill }) =>
          bill ? (
            <Story bill={bill} onChanged={read.again} />
          ) : (
            <div className="empty">
              <p>{billText.notFound}</p>
              <ButtonLink to="/cashier/bills">{billText.all}</ButtonLink>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Story({ bill, onChanged }: { bill: Bill; onChanged(): void }) {
  const words = useCatalogue(cashierWords);
  const billText = useCatalogue(billWords);
  const ways = useCatalogue(issueChannelWords);
  const changes = useCatalogue(changeBillWords);
  const { language } = useLanguage();
  const students = useStudents();
  const name = students.data?.byId.get(bill.student.id)?.name ?? bill.student.maskedName;
  const seat = seatOf(bill.student.id, students.data);
  return (
    <div className="story">
      <section className="paper" aria-label={billText.items}>
        <p className="who">
          <Status bill={bill} /> <strong>{name}</strong> {seat || (students.data && words.left)}
        </p>
        <table className="items">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{billText.items}</th>
              <th scope="col">{words.columns.amount}</th>
            </tr>
          </thead>
          <tbody>
            {bill.items.map(({ name, amount, waived }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and never move.
              <tr key={place}>
                <td>
                  {name}
                  {waived > 0 && <small className="waived"> {changes.waived(formatMoney(waived))}</small>}
                </td>
                <td className="number">{formatMoney(amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{billText.total}</th>
              <td className="number">{formatMoney(bill.amount)}</td>
            </tr>
          </tfoot>
        </table>
        <dl className="facts">
          <div>
            <dt>{words.columns.due}</dt>
            <dd className={bill.overdue ? "late" : undefined}>{formatDay(bill.dueDate, language)}</dd>
          </div>
          <div>
            <dt>{words.columns.number}</dt>
            <dd className="account-number">{formatAccountNumber(bill.accountNumber)}</dd>
          </div>
          {bill.channels && (
            <div>
              <dt>{ways.label}</dt>
              <dd>{bill.channels.map((channel) => words.channels[channel] ?? channel).join("、")}</dd>
            </div>
          )}
        </dl>
        {bill.claims.map(({ id, channel, expiresAt }) => (
          <p key={id} className="beside">
            {billText.underWay(words.channels[channel] ?? channel, formatMoment(expiresAt, language))}
          </p>
        ))}
        <Place bill={bill} />
        {bill.reduced > 0 && <p>{billText.reduced(formatMoney(bill.reduced))}</p>}
        {bill.owedBack.map(({ id, amount }) => (
          <p key={id} className="beside">
            <Link href={`/cashier/cases/${id}`}>{billText.toCase(formatMoney(amount))}</Link>
          </p>
        ))}
        {bill.status === "UNPAID" && !bill.history?.some(({ kind }) => kind === "TOLD") && (
          <p className="beside">{billText.untold}</p>
        )}
      </section>
      <BillHistory entries={bill.history ?? []} />
      {(bill.status === "UNPAID" || (bill.status === "PAID" && bill.amount > bill.reduced)) && (
        <ChangeBill bill={bill} onChanged={onChanged} />
      )}
    </div>
  );
}

/** Which bill stands in its place, and in whose place it stands. */
function Place({ bill: { replacedBy, replaces } }: { bill: Bill }) {
  const words = useCatalogue(changeBillWords);
  return (
    <>
      {replacedBy && (
        <p className="beside">
          <Link href={`/cashier/bills/${replacedBy.id}`}>
            {words.replacedBy(formatAccountNumber(replacedBy.accountNumber), formatMoney(replacedBy.amount))}
          </Link>
        </p>
      )}
      {replaces && (
        <p>
          <Link href={`/cashier/bills/${replaces.id}`}>{words.replaces}</Link>
        </p>
      )}
    </>
  );
}
