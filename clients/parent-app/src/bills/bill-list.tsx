import { BillListDocument, type BillListQuery } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { daysUntil, formatMoment, formatShortDay } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { Link } from "wouter";
import { billWords } from "../words/bills";
import type { Filter } from "./filter";

const pageSize = 30;
const mostAtOnce = 100;

type Bill = BillListQuery["myBills"]["edges"][number]["node"];

export function BillList({ filter, child }: { filter: Filter; child: string | undefined }) {
  const words = useCatalogue(billWords);
  const [first, setFirst] = useState(pageSize);
  const list = useQuery(BillListDocument, {
    variables: filter === "ALL" ? { first } : { first, status: filter },
  });
  return (
    <Loaded of={list}>
      {({ myBills: { edges, pageInfo } }) => {
        const bills = edges.map(({ node }) => node).filter(({ student }) => !child || student.id === child);
        return (
          <>
            {bills.length === 0 ? (
              <Nothing filter={filter} />
            ) : (
              <ul className="bills">
                {(filter === "UNPAID" ? bills.toSorted(byDueDate) : bills).map((bill) => (
                  <li key={bill.id}>
                    <BillCard bill={bill} />
                  </li>
                ))}
              </ul>
            )}
            {pageInfo.hasNextPage && first < mostAtOnce && (
              <Button
                kind="quiet"
                isBusy={list.isFetching}
                onClick={() => setFirst(Math.min(mostAtOnce, first + pageSize))}
              >
                {words.more}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** What is due first stands first. */
function byDueDate(one: Bill, other: Bill): number {
  return one.dueDate < other.dueDate ? -1 : one.dueDate > other.dueDate ? 1 : 0;
}

function Nothing({ filter }: { filter: Filter }) {
  const words = useCatalogue(billWords);
  if (filter !== "UNPAID")
    return (
      <div className="empty">
        <p>{words.nothing}</p>
      </div>
    );
  return (
    <div className="empty">
      <span className="done" aria-hidden="true">
        <Icon name="check" />
      </span>
      <p>{words.nothingUnpaid}</p>
      <p className="hint">{words.nothingUnpaidHint}</p>
    </div>
  );
}

function BillCard({ bill }: { bill: Bill }) {
  const words = useCatalogue(billWords);
  const { language } = useLanguage();
  const { title, amount, student, school, claims, status } = bill;
  return (
    <Link href={`/bills/${bill.id}`} className={`bill ${status.toLowerCase()}`}>
      <span className="bill-what">
        <strong>{title}</strong>
        <span className="bill-whose">
          {student.name ?? student.maskedName} · {school.name.replace(/^市立/, "")}
        </span>
      </span>
      <span className="amount">{formatMoney(amount)}</span>
      <Due bill={bill} />
      {claims
        .filter(({ mine }) => !mine)
        .map(({ id, channel, expiresAt }) => (
          <span key={id} className="warning">
            {words.otherPays(words.channels[channel] ?? channel, formatMoment(expiresAt, language))}
          </span>
        ))}
    </Link>
  );
}

function Due({ bill: { status, overdue, dueDate, paidAt } }: { bill: Bill }) {
  const words = useCatalogue(billWords);
  const { language } = useLanguage();
  if (status === "PAID" && paidAt)
    return <span className="due is-paid">{words.paidOn(formatShortDay(paidAt, language))}</span>;
  if (status !== "UNPAID") return <span className="due">{words.status[status]}</span>;
  const day = words.due(formatShortDay(dueDate, language));
  const days = daysUntil(dueDate);
  return (
    <span className={overdue || days <= 3 ? "due is-urgent" : "due"}>
      {day}
      <span className="days">{overdue ? words.overdue : words.dueIn(days)}</span>
    </span>
  );
}
