import { PaymentCasesDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { Select } from "@campus-graph/ui/components/select";
import { formatDayInTable, taipeiDayOf } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { Link } from "wouter";
import { caseWords } from "../../words/cases";
import { shellWords } from "../../words/shell";
import { useCashiersSchool } from "../school";
import { useStudents } from "../students/students";
import { OrderPayouts } from "./order-payouts";
import { type ListedCase, waitsFor } from "./waits-for";

const everyMs = 20_000;
const pageSize = 100;
const wanted = { OPEN: { open: true }, CLOSED: { open: false }, ALL: {} } as const;

/** Money that was paid and settles nothing: what waits for whom. */
export function CasesPage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(caseWords);
  const { code } = useCashiersSchool();
  const [show, choose] = useState<keyof typeof wanted>("OPEN");
  // Each place that a page began after; the last is the one in sight.
  const [places, go] = useState<readonly string[]>([]);
  const after = places.at(-1);
  const read = useUncached(
    PaymentCasesDocument,
    { schoolCode: code, first: pageSize, ...wanted[show], ...(after && { after }) },
    { everyMs },
  );
  return (
    <Page title={words.title} app={app}>
      <p>{words.lead}</p>
      <div className="filter-fields">
        <Select
          label={words.show}
          value={show}
          options={(["OPEN", "CLOSED", "ALL"] as const).map((value) => ({
            value,
            label: words.shows[value],
          }))}
          onChoose={(next) => {
            choose(next as keyof typeof wanted);
            go([]);
          }}
        />
      </div>
      <OrderPayouts />
      <Loaded of={read}>
        {({ paymentCases: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <div className="empty">
              <p>{words.nothing}</p>
            </div>
          ) : (
            <>
              <CaseTable cases={edges.map(({ node }) => node)} />
              {pageInfo.hasNextPage && pageInfo.endCursor && (
                <Button kind="quiet" onClick={() => go([...places, pageInfo.endCursor!])}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function CaseTable({ cases }: { cases: readonly ListedCase[] }) {
  const words = useCatalogue(caseWords);
  const { language } = useLanguage();
  const students = useStudents();
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard.
    <section className="wide-table" aria-label={words.title} tabIndex={0}>
      <table className="plain">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.show}</th>
            <th scope="col">{columns.student}</th>
            <th scope="col">{columns.bill}</th>
            <th scope="col" className="number">
              {columns.amount}
            </th>
            <th scope="col" className="number">
              {columns.open}
            </th>
            <th scope="col">{columns.reason}</th>
            <th scope="col">{columns.since}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.id}>
              <td>
                <span className="state">{words.waits[waitsFor(each)]}</span>
              </td>
              <td>
                {each.bill &&
                  (students.data?.byId.get(each.bill.student.id)?.name ?? each.bill.student.maskedName)}
              </td>
              <td>
                <Link href={`/cashier/cases/${each.id}`}>{each.bill?.title ?? each.id}</Link>
              </td>
              <td className="number">{formatMoney(each.amount)}</td>
              <td className="number">{formatMoney(each.open)}</td>
              <td>{words.reasons[each.reason as keyof typeof words.reasons] ?? each.reason}</td>
              <td>{formatDayInTable(taipeiDayOf(each.openedAt), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
