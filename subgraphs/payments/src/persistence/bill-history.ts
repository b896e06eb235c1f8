import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { BillHistoryEntry } from "../domain/bill-history.js";

/** What is told of one bill at most: a guardian may start and take back a payment time and again. */
const mostEntries = 100;

/** What happened to each of the bills, oldest first. A claim that lapsed has ended when it lapsed, unless money came before. */
export async function historiesOf(
  em: EntityManager,
  billIds: readonly string[],
  now: Date,
): Promise<Map<string, BillHistoryEntry[]>> {
  const ids = textArray(billIds);
  const rows = await em.execute<HistoryRow[]>(entries, [
    ids,
    ids,
    ids,
    now,
    ids,
    ids,
    ids,
    ids,
    ids,
    mostEntries,
  ]);
  const histories = new Map<string, BillHistoryEntry[]>();
  for (const { billId, ...row } of rows) {
    const entry = {
      ...row,
      at: new Date(row.at),
      guardians: row.guardians === null ? null : Number(row.guardians),
    };
    histories.set(billId, [...(histories.get(billId) ?? []), entry]);
  }
  return histories;
}

interface HistoryRow extends Omit<BillHistoryEntry, "at" | "guardians"> {
  billId: string;
  at: Date | string;
  guardians: string | null;
}

const entries = `
  select "billId", kind, at, by, guardians, channel, amount, partner, "transactionNumber", reason from (
    select entry.*, row_number() over (partition by "billId" order by at desc, step desc) as place from (
      select id as "billId", 1 as step, 'ISSUED' as kind, issued_at as at, issued_by as by, null::bigint as guardians,
        null as channel, amount, null as partner, null as "transactionNumber", null as reason
      from bill where id = any(?::uuid[])
      union all
      select (reference ->> 'billId')::uuid, 2, 'TOLD', min(occurred_at), null, count(distinct subject), null, null, null, null, null
      from feed_notice
      where feed = 'billNotices' and kind in ('ISSUED', 'AMENDED') and reference ->> 'billId' = any(?::text[])
      group by reference ->> 'billId'
      union all
      -- Another channel takes the place of the one before in the same moment.
      select bill_id, 3, 'PAYMENT_ENDED', coalesce(ended_at, expires_at), null, null, channel, null, null, null, null
      from payment_claim as claim
      where bill_id = any(?::uuid[]) and (ended_at is not null or expires_at <= ? and not exists (
        select from payment
        where payment.bill_id = claim.bill_id and outcome = 'RECEIVED' and received_at <= expires_at))
      union all
      select bill_id, 4, 'PAYMENT_STARTED', started_at, null, null, channel, null, null, null, null
      from payment_claim where bill_id = any(?::uuid[])
      union all
      select bill_id, 5, case outcome when 'RECEIVED' then 'PAID' when 'OVERPAYMENT' then 'OVERPAID' else 'UNAPPLIED' end,
        paid_at, null, null, channel, amount, partner, transaction_number, null
      from payment where bill_id = any(?::uuid[])
      union all
      select id, 6, case status when 'SUPERSEDED' then 'AMENDED' else status end, ended_at, ended_by, null, null, null, null,
        null, end_reason
      from bill where id = any(?::uuid[]) and ended_at is not null
      union all
      select bill_id, 7, 'REDUCED', opened_at, opened_by, null, null, amount, null, null, opening_reason
      from payment_case where bill_id = any(?::uuid[]) and opened_by is not null
      union all
      select bill_id, 8, 'REFUNDED', paid_out_at, null, null, null, refund.amount, null, null, null
      from refund join payment_case on payment_case.id = case_id
      where bill_id = any(?::uuid[]) and state = 'PAID_OUT'
    ) as entry
  ) as numbered
  where place <= ?
  order by "billId", at, place desc`;
