import { BillListDocument, type BillListQuery } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { daysUntil, formatShortDay } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { billWords } from "../words/bills";
import { useOtherPays } from "./claims";
import type { Filter } from "./filter";

/** What waits to be paid is read a hundred at once, which is more than there are, for the first due to stand first. */
const pageSize = { UNPAID: 100, PAID: 30, ALL: 30 } as const satisfies Record<Filter, number>;

type Bill = BillListQuery["myBills"]["edges"][number]["node"];

export function BillList({ filter, child }: { filter: Filter; child: string | undefined }) {
  return <BillsFrom filter={filter} child={child} />;
}

/**
 * A page of the list, and below it the next one once it is wanted. That goes on behind the bill which stands last here
 * now, so that a bill which comes meanwhile pushes none out between the two.
 */
function BillsFrom({
  filter,
  child,
  after,
  wasFound = false,
  isRequested = false,
}: {
  filter: Filter;
  child: string | undefined;
  after?: string;
  /** Whether the pages above show a bill. */
  wasFound?: boolean;
  /** Whether somebody pressed a button to see it. */
  isRequested?: boolean;
}) {
  const words = useCatalogue(billWords);
  const [isMore, setMore] = useState(false);
  const list = useQuery(BillListDocument, {
    variables: {
      first: pageSize[filter],
      ...(after && { after }),
      ...(filter !== "ALL" && { status: filter }),
    },
  });
  return (
    <Loaded of={list}>
      {({ myBills: { edges, pageInfo } }) => {
        const bills = edges.map(({ node }) => node).filter(({ student }) => !child || student.id === child);
        const isFound = wasFound || bills.length > 0;
        // The bills of one child may all stand further down: a page that shows none goes on by itself.
        const goesOn = isMore || bills.length === 0;
        return (
          <>
            {bills.length > 0 && <Bills bills={bills} filter={filter} isRequested={isRequested} />}
            {!pageInfo.hasNextPage && !isFound && <Nothing filter={filter} />}
            {pageInfo.hasNextPage && !goesOn && (
              <Button kind="quiet" onClick={() => setMore(true)}>
                {words.more}
              </Button>
            )}
            {pageInfo.hasNextPage && pageInfo.endCursor && goesOn && (
              <BillsFrom
                filter={filter}
                child={child}
                after={pageInfo.endCursor}
                wasFound={isFound}
                isRequested={isMore || isRequested}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Bills({
  bills,
  filter,
  isRequested,
}: {
  bills: readonly Bill[];
  filter: Filter;
  isRequested: boolean;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; whoever pressed it goes on at the first bill that came for it.
    if (isRequested) list.current?.querySelector("a")?.focus();
  }, [isRequested]);
  return (
    <ul ref={list} className="bills">
      {(filter === "UNPAID" ? bills.toSorted(byDueDate) : bills).map((bill) => (
        <li key={bill.id}>
          <BillCard bill={bill} />
        </li>
      ))}
    </ul>
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
  const otherPays = useOtherPays();
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
        .map((claim) => (
          <span key={claim.id} className="warning">
            {otherPays(claim)}
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
