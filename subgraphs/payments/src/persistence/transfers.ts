import type { EntityManager } from "@mikro-orm/postgresql";
import type { Transfer } from "../ledger/transfer.js";

/** Writes the transfers of a batch of bills into the books, in the transaction of the bills. One statement, however many. */
export async function post(em: EntityManager, transfers: readonly Transfer[]): Promise<void> {
  await em.execute(insertTransfers, [JSON.stringify(transfers)]);
}

const insertTransfers = `
  insert into ledger_transfer
    (id, kind, school_code, debit_account, credit_account, amount, bill_id, payment_id, reference_id, posted_at)
  select id, kind, "schoolCode", debit, credit, amount, "billId", "paymentId", "referenceId", "postedAt"
  from jsonb_to_recordset(?::jsonb) as transfer (
    id uuid, kind text, "schoolCode" text, debit text, credit text, amount integer, "billId" uuid,
    "paymentId" uuid, "referenceId" uuid, "postedAt" timestamptz
  )`;
