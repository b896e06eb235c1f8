import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import { channelHabits } from "../domain/channel.js";
import type { BookedLine, NotifiedPayment, SettlementFile } from "../domain/settlement.js";

/** Writes lines down: one statement, however many. */
export async function insertLines(em: EntityManager, lines: readonly BookedLine[]): Promise<void> {
  await em.execute(
    `insert into settlement_line (id, file_id, line, kind, partner, transaction_number, reference, amount, channel, day,
       finding, payment_id, refund_id)
     select id, "fileId", line, kind, partner, "transactionNumber", reference, amount, channel, day, finding,
       "paymentId", "refundId"
     from jsonb_to_recordset(?::jsonb) as line (id uuid, "fileId" uuid, line integer, kind text, partner text,
       "transactionNumber" text, reference text, amount integer, channel text, day date, finding text,
       "paymentId" uuid, "refundId" uuid)`,
    [JSON.stringify(lines)],
  );
}

/** Which of the transactions a file has brought already. */
export async function settledTransactions(
  em: EntityManager,
  partner: string,
  transactionNumbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ number: string }[]>(
    `select transaction_number as number from settlement_line
     where partner = ? and transaction_number = any(?::text[]) and finding <> 'DUPLICATE'`,
    [partner, textArray(transactionNumbers)],
  );
  return new Set(rows.map(({ number }) => number));
}

/** What the partner told of under these transaction numbers. */
export async function notifiedPayments(
  em: EntityManager,
  partner: string,
  transactionNumbers: readonly string[],
): Promise<ReadonlyMap<string, NotifiedPayment>> {
  const rows = await em.execute<NotifiedPayment[]>(
    `select payment.id, bill_id as "billId", school_code as "schoolCode", transaction_number as "transactionNumber",
       payment.account_number as "accountNumber", payment.amount, channel
     from payment join bill on bill.id = bill_id
     where partner = ? and transaction_number = any(?::text[])`,
    [partner, textArray(transactionNumbers)],
  );
  return new Map(rows.map((row) => [row.transactionNumber, row]));
}

/** A bill as a line finds it by its number. */
export interface NumberedForSettlement {
  id: string;
  accountNumber: string;
  schoolCode: string;
}

export async function billsByNumber(
  em: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, NumberedForSettlement>> {
  const rows = await em.execute<NumberedForSettlement[]>(
    `select id, account_number as "accountNumber", school_code as "schoolCode" from bill
     where account_number = any(?::text[])`,
    [textArray(numbers)],
  );
  return new Map(rows.map((row) => [row.accountNumber, row]));
}

/**
 * Payments that the partner told of, which the file should have brought by what its channels take, and no file has, nor was it
 * said before. Those from before the first file, or from more than sixty days ago, are nobody's question any more.
 */
export async function unsettledPayments(
  em: EntityManager,
  { partner, schoolCode, day }: Pick<SettlementFile, "partner" | "schoolCode" | "day">,
): Promise<NotifiedPayment[]> {
  return em.execute<NotifiedPayment[]>(
    `select payment.id, bill_id as "billId", school_code as "schoolCode", transaction_number as "transactionNumber",
       payment.account_number as "accountNumber", payment.amount, payment.channel
     from payment join bill on bill.id = bill_id
     join jsonb_to_recordset(?::jsonb) as habit (channel text, days integer) on habit.channel = payment.channel
     where partner = ? and payment.paid_at >= ?::date - 60 and source = 'NOTICE' and (?::text is null or school_code = ?)
       and (payment.paid_at at time zone 'Asia/Taipei')::date + days <= ?::date
       and (payment.paid_at at time zone 'Asia/Taipei')::date + days >= (
         select min(day) from settlement_file where partner = ? and school_code is not distinct from ?)
       and not exists (select from settlement_line as line where line.payment_id = payment.id)
       and not exists (select from settlement_exception as open
         where open.payment_id = payment.id and open.kind = 'NOT_SETTLED')
     order by payment.id`,
    [settlementHabits, partner, day, schoolCode, schoolCode, day, partner, schoolCode],
  );
}

const settlementHabits = JSON.stringify(
  Object.entries(channelHabits).map(([channel, { settledAfterDays }]) => ({
    channel,
    days: settledAfterDays,
  })),
);

export async function lineOfException(em: EntityManager, lineId: string): Promise<BookedLine | null> {
  const [line] = await em.execute<BookedLine[]>(
    `select id, file_id as "fileId", line, kind, partner, transaction_number as "transactionNumber", reference, amount,
       channel, to_char(day, 'YYYY-MM-DD') as day, finding, payment_id as "paymentId", refund_id as "refundId"
     from settlement_line where id = ?`,
    [lineId],
  );
  return line ?? null;
}
