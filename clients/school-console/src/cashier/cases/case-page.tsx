import { PaymentCaseDocument, type PaymentCaseQuery } from "@campus-graph/clients/generated/operations";
import { ButtonLink } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatDay, formatMoment, taipeiDayOf } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useId } from "react";
import { Link } from "wouter";
import { caseWords } from "../../words/cases";
import { cashierWords } from "../../words/cashier";
import { shellWords } from "../../words/shell";
import { useStudents } from "../students/students";
import { DecideCase } from "./decide-case";
import { DecideRefund } from "./decide-refund";

export type Case = NonNullable<PaymentCaseQuery["paymentCase"]>;
export type CaseRefund = Case["refunds"][number];

const everyMs = 10_000;

/** One case: the money, what was decided about it, and what can be. */
export function CasePage({ id }: { id: string }) {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(caseWords);
  const read = useUncached(PaymentCaseDocument, { id }, { everyMs });
  return (
    <Page title={words.title} app={app} backTo="/cashier/cases">
      <Loaded of={read}>
        {({ paymentCase }) =>
          paymentCase ? (
            <div className="story">
              <Money of={paymentCase} />
              <Decided of={paymentCase} onChanged={read.again} />
              {paymentCase.open > 0 && <DecideCase of={paymentCase} onChanged={read.again} />}
            </div>
          ) : (
            <div className="empty">
              <p>{words.notFound}</p>
              <ButtonLink to="/cashier/cases">{words.all}</ButtonLink>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Money({ of }: { of: Case }) {
  const words = useCatalogue(caseWords);
  const { channels } = useCatalogue(cashierWords);
  const { language } = useLanguage();
  const students = useStudents();
  const { bill, payment, account } = of;
  const name = bill && (students.data?.byId.get(bill.student.id)?.name ?? bill.student.maskedName);
  return (
    <section className="paper" aria-label={words.money}>
      <p className="who">
        <span className="state">
          {of.closedAt
            ? words.waits.closed
            : (words.reasons[of.reason as keyof typeof words.reasons] ?? of.reason)}
        </span>{" "}
        <strong>{name}</strong> {formatMoney(of.amount)}
      </p>
      {bill && (
        <p>
          <Link href={`/cashier/bills/${bill.id}`}>{bill.title}</Link>
        </p>
      )}
      <p>
        {words.came(
          formatMoney(payment.amount),
          channels[payment.channel] ?? payment.channel,
          formatDay(taipeiDayOf(payment.paidAt), language),
        )}
        <br />
        <small>{words.partner(payment.partner, payment.transactionNumber)}</small>
      </p>
      {of.openingReason && <p>{words.opening(of.openingReason)}</p>}
      <dl className="facts">
        <div>
          <dt>{words.open}</dt>
          <dd className="number">{formatMoney(of.open)}</dd>
        </div>
        <div>
          <dt>{words.account}</dt>
          <dd>{account ? words.toAccount(account.bankCode, account.maskedAccount) : words.noAccount}</dd>
        </div>
      </dl>
      {of.holdNote && <p className="beside">{words.held(of.holdNote)}</p>}
    </section>
  );
}

function Decided({ of, onChanged }: { of: Case; onChanged(): void }) {
  const words = useCatalogue(caseWords);
  const { language } = useLanguage();
  const id = useId();
  if (of.refunds.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.refunds}</h2>
      <ol className="history">
        {of.refunds.map((refund) => (
          <li key={refund.id} className={refund.state.toLowerCase()}>
            <time dateTime={momentOf(refund)}>{formatMoment(momentOf(refund), language)}</time>
            <p>
              <strong>
                {formatMoney(refund.amount)} {words.states[refund.state] ?? refund.state}
              </strong>
              <Details refund={refund} />
            </p>
            {refund.state === "PROPOSED" && <DecideRefund refund={refund} onChanged={onChanged} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function momentOf({ paidOutAt, decidedAt, proposedAt }: CaseRefund): string {
  return paidOutAt ?? decidedAt ?? proposedAt;
}

function Details({ refund }: { refund: CaseRefund }) {
  const words = useCatalogue(caseWords);
  const people = [refund.proposer?.displayName, refund.decider?.displayName].filter(
    (name) => typeof name === "string",
  );
  const details = [
    `「${refund.reason}」`,
    people.length > 0 && words.by(people.join("、")),
    refund.rejectionReason && words.rejected(refund.rejectionReason),
    refund.state === "APPROVED" && refund.orderedAt && words.ordered,
  ].filter((detail) => typeof detail === "string");
  return (
    <span className="details">
      {" "}
      {details.join(" · ")}
      {refund.creditedBill && (
        <>
          {" "}
          <Link href={`/cashier/bills/${refund.creditedBill.id}`}>{refund.creditedBill.title}</Link>
        </>
      )}
    </span>
  );
}
