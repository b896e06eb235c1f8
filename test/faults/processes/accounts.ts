import { withClient } from "../../../gateway/launch/src/postgres/prepare-database.js";

/** What the database says of the bills of one run of payers, whose titles begin with its name. */
export interface Account {
  /** Acknowledged payments that are not in the ledger. */
  lost: number;
  /** Bills, payments and ledger rows beyond the one that was requested. */
  doubled: number;
}

export async function accountOf(adminUrl: string, run: string, paid: ReadonlySet<string>): Promise<Account> {
  const rows = await withClient(adminUrl, async (client) => {
    const found = await client.query<{ title: string; bills: number; payments: number; booked: number }>(
      `select title, count(distinct bill.id)::int as bills, count(distinct payment.id)::int as payments,
              count(transfer.id)::int as booked
       from payments.bill
       left join payments.payment on payment.bill_id = bill.id
       left join payments.ledger_transfer as transfer on transfer.payment_id = payment.id
       where starts_with(title, $1) group by title`,
      [`${run} `],
    );
    return found.rows;
  });
  const booked = new Set(rows.filter((row) => row.booked > 0).map(({ title }) => title));
  const beyond = (count: number) => Math.max(0, count - 1);
  return {
    lost: [...paid].filter((title) => !booked.has(title)).length,
    doubled: rows.reduce(
      (sum, { bills, payments, booked }) => sum + beyond(bills) + beyond(payments) + beyond(booked),
      0,
    ),
  };
}

/** The ids of a guardian's notices of bills of that run, in the order of the list. */
export async function noticesOf(adminUrl: string, subject: string, run: string): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select notice.id from payments.feed_notice as notice
       join payments.bill on bill.id = (notice.reference->>'billId')::uuid
       where feed = 'billNotices' and subject = $1 and starts_with(bill.title, $2) order by position`,
      [subject, `${run} `],
    );
    return rows.map(({ id }) => id);
  });
}
