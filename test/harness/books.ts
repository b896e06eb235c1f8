import pg from "pg";
import { afterEach, expect } from "vitest";
import type { Graph } from "./graph.js";
import { type SubgraphName, subgraphNames } from "./subgraphs.js";

/**
 * Whatever a test has done: afterwards no event is undelivered or parked, and the books of payments agree with its
 * bills. Give it the graphs that the test file holds; stopped subgraphs are started again to look.
 */
export function checkBooksAfterEach(graphs: () => Iterable<Graph>): void {
  afterEach(async () => {
    for (const graph of graphs()) await expectBooksToBalance(graph);
  });
}

export async function expectBooksToBalance(graph: Graph): Promise<void> {
  for (const subgraph of Object.values(graph.subgraphs)) await subgraph.start();
  await graph.settle();
  await expectBooksToAgree(graph.databaseUrls);
}

/** The same of databases at rest; `subgraphs` are those that have tables there, payments among them. */
export async function expectBooksToAgree(urls: Urls, subgraphs = subgraphNames): Promise<void> {
  expect(await leftOverIn(urls, subgraphs)).toEqual([]);
  expect(await disagreementsIn(urls)).toEqual([]);
}

type Urls = Graph["databaseUrls"];

/** Events that some subgraph has not sent, or not dealt with. */
export async function leftOverIn(urls: Urls, subgraphs = subgraphNames): Promise<object[]> {
  const found = await Promise.all(
    subgraphs.map(async (subgraph) =>
      (await select(urls, subgraph, leftOver)).map((row) => ({ subgraph, ...row })),
    ),
  );
  return found.flat();
}

/** Where bills, payments and the ledger contradict each other, by the sentence that does not hold. */
export async function disagreementsIn(urls: Urls): Promise<object[]> {
  const found = await Promise.all(
    Object.entries(disagreements).map(async ([sentence, sql]) =>
      (await select(urls, "payments", sql)).map((row) => ({ sentence, ...row })),
    ),
  );
  return found.flat();
}

/** Events that did not leave, and events that came and were not dealt with. */
const leftOver = `
  select 'not published' as fault, type, key, null as error from outbox, outbox_head
  where outbox.position is null or (outbox.epoch = outbox_head.epoch and outbox.position > outbox_head.published)
  union all
  select 'not handled', type, key, last_error from inbox_waiting`;

/** Each finds rows only where bills, payments and the ledger contradict each other. */
const disagreements: Readonly<Record<string, string>> = {
  "every paid bill was settled by a payment of its amount, and no other bill was": `
    select bill.id, bill.status, bill.amount, payment.amount as paid from bill
    left join payment on payment.bill_id = bill.id and payment.outcome = 'RECEIVED'
    where (bill.status = 'PAID') <> (payment.id is not null) or payment.amount <> bill.amount`,
  "what a bill owes in the books is what it asks for while it is unpaid, and nothing else": `
    select bill.id, status, bill.amount, owed from bill, lateral (
      select coalesce(sum(case 'RECEIVABLE' when debit_account then amount when credit_account then -amount else 0 end), 0)
        as owed
      from ledger_transfer where bill_id = bill.id) as books
    where owed <> case status when 'UNPAID' then bill.amount else 0 end`,
  "every bill's issue and every payment stands in the ledger once, as what it is and with its amount": `
    select subject.id, subject.kind, subject.amount, count(transfer.id), sum(transfer.amount)
    from (
      select id, amount, null::uuid as payment_id, id as bill_id, 'BILL_ISSUED' as kind from bill
      union all
      select id, amount, id, bill_id, case when source = 'CASE' then 'CASE_CREDITED'
        when outcome = 'RECEIVED' then 'PAYMENT_RECEIVED'
        when outcome = 'UNAPPLIED' then 'UNAPPLIED_RECEIVED' else 'OVERPAYMENT_RECEIVED' end
      from payment
    ) as subject
    left join ledger_transfer as transfer on transfer.bill_id = subject.bill_id
      and transfer.payment_id is not distinct from subject.payment_id and transfer.kind = subject.kind
    group by subject.id, subject.kind, subject.amount
    having count(transfer.id) <> 1 or sum(transfer.amount) <> subject.amount`,
  "every payment that settled nothing, and every paid bill that was made smaller, has its money in cases": `
    select payment.id, payment.outcome, payment.amount, reduced, in_cases from payment
    join bill on bill.id = payment.bill_id, lateral (
      select coalesce(sum(amount), 0) as in_cases from payment_case where payment_id = payment.id) as cases
    where in_cases <> case outcome when 'RECEIVED' then reduced else payment.amount end`,
  "what waits on a school's accounts is what its cases have left": `
    select school_code, waiting, booked from (
      select school_code, sum(payment_case.amount - coalesce(gone, 0)) as waiting from payment_case
      left join lateral (select sum(amount) as gone from refund
        where case_id = payment_case.id and state in ('APPROVED', 'CREDITED', 'PAID_OUT')) as refunds on true
      group by school_code
    ) as cases full join (
      select school_code, sum(case when credit_account in ('OVERPAYMENTS', 'UNAPPLIED') then amount else 0 end
        - case when debit_account in ('OVERPAYMENTS', 'UNAPPLIED') then amount else 0 end) as booked
      from ledger_transfer group by school_code
    ) as books using (school_code)
    where coalesce(waiting, 0) <> coalesce(booked, 0)`,
  "what is to be paid back in the books is what is approved and not paid out": `
    select school_code, approved, booked from (
      select school_code, sum(refund.amount) as approved from refund join payment_case on payment_case.id = case_id
      where state = 'APPROVED' group by school_code
    ) as refunds full join (
      select school_code, sum(case 'REFUNDS_PAYABLE' when credit_account then amount when debit_account then -amount
        else 0 end) as booked
      from ledger_transfer group by school_code
    ) as books using (school_code)
    where coalesce(approved, 0) <> coalesce(booked, 0)`,
  "a case is closed when all of its money is credited or paid out, and not before": `
    select payment_case.id, amount, over, closed_at from payment_case, lateral (
      select coalesce(sum(amount), 0) as over from refund
      where case_id = payment_case.id and state in ('CREDITED', 'PAID_OUT')) as refunds
    where (over >= amount) <> (closed_at is not null) or over > amount`,
  "every line of the bank's files moved its amount on the bank's accounts, once": `
    select line.id, line.kind, line.amount, moved from settlement_line as line left join (
      select reference_id, sum(case 'BANK' when debit_account then amount else -amount end) as moved
      from ledger_transfer where 'BANK' in (debit_account, credit_account) and kind <> 'SUSPENSE_GIVEN_BACK'
      group by reference_id
    ) as books on reference_id = coalesce(line.refund_id, line.id)
    where moved is distinct from case line.kind when 'PAYMENT' then line.amount else -line.amount end`,
  "what lies in suspense is what nobody has placed": `
    select booked, open from (
      select coalesce(sum(case 'SUSPENSE' when credit_account then amount when debit_account then -amount else 0 end), 0)
        as booked from ledger_transfer
    ) as books, (
      select coalesce(sum(case line.kind when 'PAYMENT' then line.amount else -line.amount end), 0) as open
      from settlement_exception join settlement_line as line on line.id = line_id where is_suspended
    ) as exceptions where booked <> open`,
};

/** What a subgraph's own role reads of its own schema. */
async function select(urls: Urls, name: SubgraphName, sql: string): Promise<object[]> {
  const client = new pg.Client({
    connectionString: urls[name],
    options: `-c search_path=${name}`,
  });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
