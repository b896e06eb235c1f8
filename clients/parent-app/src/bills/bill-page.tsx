import { BillToPayDocument, type BillToPayQuery } from "@campus-graph/clients/generated/operations";
import { ButtonLink } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { daysUntil, formatDay } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useEffect } from "react";
import { billWords } from "../words/bills";
import { shellWords } from "../words/shell";
import { Claims } from "./claims";
import { OwedBack } from "./owed-back";
import { WaysToPay } from "./ways-to-pay";

/** What is said live comes at once; this is a net under it, for what nobody may be told of. */
const netEveryMs = 60_000;

export type Bill = NonNullable<BillToPayQuery["bill"]>;

export function BillPage({ id }: { id: string }) {
  const words = useCatalogue(billWords);
  const { app } = useCatalogue(shellWords);
  const queried = useQuery(BillToPayDocument, { variables: { id }, everyMs: netEveryMs });
  const bill = queried.data?.bill;
  useWhenOneLapses(bill?.claims ?? [], queried.again);
  return (
    <Page title={bill?.title ?? words.title} app={app} backTo="/">
      <Loaded of={queried}>
        {(data) =>
          data.bill ? (
            <>
              <BillSheet bill={data.bill} />
              <OwedBack bill={data.bill} onGiven={queried.again} />
            </>
          ) : (
            <div className="empty">
              <p>{words.notFound}</p>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** No notice tells that a claim has lapsed. */
function useWhenOneLapses(claims: Bill["claims"], look: () => void) {
  const next = Math.min(...claims.map(({ expiresAt }) => Date.parse(expiresAt)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: how to look is made anew with every drawing.
  useEffect(() => {
    const inMs = next - Date.now() + 1_000;
    if (!(inMs < 2 ** 31)) return;
    const timer = setTimeout(look, Math.max(inMs, 1_000));
    return () => clearTimeout(timer);
  }, [next]);
}

function BillSheet({ bill }: { bill: Bill }) {
  const words = useCatalogue(billWords);
  const { language } = useLanguage();
  const {
    amount,
    dueDate,
    endReason,
    items,
    issuedAt,
    paidAt,
    overdue,
    replacedBy,
    school,
    status,
    student,
  } = bill;
  return (
    <div className="bill-page">
      <section className="sheet">
        <p className="whose">
          {student.name ?? student.maskedName}
          <span>
            {[school.name.replace(/^市立/, ""), student.schoolClass?.name].filter(Boolean).join(" ")}
          </span>
        </p>
        <p className="big-amount">{formatMoney(amount)}</p>
        {status === "UNPAID" ? (
          <p className={overdue || daysUntil(dueDate) <= 3 ? "due is-urgent" : "due"}>
            {words.due(formatDay(dueDate, language))}
            <span className="days">{overdue ? words.overdue : words.dueIn(daysUntil(dueDate))}</span>
          </p>
        ) : (
          <p className={`stamp ${status.toLowerCase()}`} role="status">
            <strong>{words.status[status]}</strong>
            {paidAt && <span>{formatDay(paidAt, language)}</span>}
          </p>
        )}
        <details className="items">
          <summary>
            {words.items} · {words.issued(formatDay(issuedAt, language))}
          </summary>
          <dl>
            {items.map(({ name, amount, waived }, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a bill may be the same, and none ever moves.
              <div key={position}>
                <dt>
                  {name}
                  {waived > 0 && <span className="waived"> {words.waived(formatMoney(waived))}</span>}
                </dt>
                <dd>{formatMoney(amount)}</dd>
              </div>
            ))}
            <div className="total">
              <dt>{words.total}</dt>
              <dd>{formatMoney(amount)}</dd>
            </div>
          </dl>
        </details>
      </section>
      {status === "UNPAID" ? (
        <>
          <Claims bill={bill} />
          <WaysToPay bill={bill} />
        </>
      ) : (
        <>
          <p className="lead">{words.notPayable[status]}</p>
          {endReason && <p>{words.endReason(endReason)}</p>}
          {replacedBy && <ButtonLink to={`/bills/${replacedBy.id}`}>{words.toReplacement}</ButtonLink>}
        </>
      )}
    </div>
  );
}
