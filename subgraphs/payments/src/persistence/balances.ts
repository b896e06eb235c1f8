import type { EntityManager } from "@mikro-orm/postgresql";
import type { Balance } from "../ledger/account.js";

/** The balance of every account of a school: never stored, always summed from the transfers. */
export async function balancesOf(em: EntityManager, schoolCode: string): Promise<Balance[]> {
  const rows = await em.execute<{ account: string; debits: string; credits: string }[]>(sumOfTransfers, [
    schoolCode,
    schoolCode,
  ]);
  return rows.map(({ account, debits, credits }) => ({
    account,
    debits: Number(debits),
    credits: Number(credits),
  }));
}

const sumOfTransfers = `
  select account, sum(debit) as debits, sum(credit) as credits
  from (
    select debit_account as account, amount as debit, 0 as credit from ledger_transfer where school_code = ?
    union all
    select credit_account, 0, amount from ledger_transfer where school_code = ?
  ) as side
  group by account
  order by account`;
