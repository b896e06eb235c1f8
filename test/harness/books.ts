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
      select id, amount, id, bill_id, case outcome when 'RECEIVED' then 'PAYMENT_RECEIVED'
        when 'UNAPPLIED' then 'UNAPPLIED_RECEIVED' else 'OVERPAYMENT_RECEIVED' end
      from payment
    ) as subject
    left join ledger_transfer as transfer on transfer.bill_id = subject.bill_id
      and transfer.payment_id is not distinct from subject.payment_id and transfer.kind = subject.kind
    group by subject.id, subject.kind, subject.amount
    having count(transfer.id) <> 1 or sum(transfer.amount) <> subject.amount`,
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
