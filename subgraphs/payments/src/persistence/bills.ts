import { textArray } from "@campus-graph/kit/auth/visibility";
import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Bill } from "../domain/bill.js";
import type { BillStatus } from "../domain/bill-status.js";

/** Where a page of bills goes on, and how far; newest first. */
export interface BillRange {
  /** The id to go on after. */
  after: string | null;
  limit: number;
  status?: BillStatus | null | undefined;
}

export function findBills(em: EntityManager, ids: readonly string[]): Promise<Bill[]> {
  return em.find(Bill, { id: { $in: [...ids] } });
}

/** The bill as it is now, held until the transaction ends, so that what is decided on it stays true. */
export function lockBill(em: EntityManager, id: string): Promise<Bill> {
  return em.findOneOrFail(Bill, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** The ids of the bills in whose place those stand, by theirs. */
export async function replacedIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const replaced = await em.find(Bill, { replacedById: { $in: [...ids] } });
  return new Map(replaced.map(({ id, replacedById }) => [replacedById!, id]));
}

export function billsOfStudents(
  em: EntityManager,
  studentIds: readonly string[],
  range: BillRange,
): Promise<Bill[]> {
  return em.find(Bill, { studentId: { $in: [...studentIds] }, ...within(range) }, newestFirst(range));
}

function within({ after, status }: BillRange) {
  return { ...(after ? { id: { $lt: after } } : {}), ...(status ? { status } : {}) };
}

function newestFirst({ limit }: BillRange) {
  return { orderBy: { id: "desc" }, limit } as const;
}

/** One page per student, of many students at once. `schoolCodes` null: bills of any school. */
export async function pagesOfStudents(
  em: EntityManager,
  wanted: readonly { studentId: string; after: string | null; limit: number }[],
  schoolCodes: readonly string[] | null,
): Promise<Map<string, Bill[]>> {
  const rows = await em.execute<object[]>(pages, [
    JSON.stringify(wanted),
    schoolCodes && textArray(schoolCodes),
    schoolCodes && textArray(schoolCodes),
  ]);
  const bills = rows.map((row) => em.map(Bill, row));
  return Map.groupBy(bills, (bill) => bill.studentId);
}

const pages = `
  select bill.*
  from jsonb_to_recordset(?::jsonb) as wanted ("studentId" uuid, after uuid, "limit" integer),
  lateral (
    select * from bill
    where student_id = wanted."studentId"
      and (wanted.after is null or id < wanted.after)
      and (?::text[] is null or school_code = any(?::text[]))
    order by id desc limit wanted."limit"
  ) as bill
  order by bill.id desc`;

export async function countUnpaid(em: EntityManager, studentIds: readonly string[]): Promise<number> {
  return em.count(Bill, { studentId: { $in: [...studentIds] }, status: "UNPAID" });
}

/** The same by student; who has none is absent. */
export async function countUnpaidByStudent(
  em: EntityManager,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await em.execute<{ id: string; count: number }[]>(
    `select student_id as id, count(*)::integer as count from bill
     where student_id = any(?::uuid[]) and status = 'UNPAID' group by student_id`,
    [textArray(studentIds)],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Bills still to be paid of one student, oldest first. */
export function unpaidBillsOf(em: EntityManager, studentId: string): Promise<Bill[]> {
  return em.find(Bill, { studentId, status: "UNPAID" }, { orderBy: { id: "asc" } });
}

/** Writes new bills: one statement, however many. */
export async function insertBills(em: EntityManager, bills: readonly Bill[]): Promise<void> {
  await em.execute(insertion, [JSON.stringify(bills)]);
}

const insertion = `
  insert into bill
    (id, account_number, title, items, amount, due_date, status, issuer_id, school_code, school_name,
     student_id, issued_at, issued_by, channels)
  select id, "accountNumber", title, items, amount, "dueDate", status, "issuerId", "schoolCode",
    "schoolName", "studentId", "issuedAt", "issuedBy", channels
  from jsonb_to_recordset(?::jsonb) as bill (
    id uuid, "accountNumber" text, title text, items jsonb, amount integer, "dueDate" date, status text,
    "issuerId" uuid, "schoolCode" text, "schoolName" text, "studentId" uuid, "issuedAt" timestamptz, "issuedBy" text,
    channels text[]
  )`;

/** Which of the account numbers are in use already. */
export async function takenAccountNumbers(
  em: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ account_number: string }[]>(
    "select account_number from bill where account_number = any(?::text[])",
    [textArray(numbers)],
  );
  return new Set(rows.map((row) => row.account_number));
}

/** Whoever issues bills of the school at the same time waits for this transaction. */
export async function holdIssuing(em: EntityManager, schoolCode: string): Promise<void> {
  await em.execute(
    "select pg_advisory_xact_lock(hashtextextended(current_schema() || ' issues for ' || ?, 0))",
    [schoolCode],
  );
}

export interface EqualBills extends Pick<Bill, "schoolCode" | "title" | "items"> {
  studentIds: readonly string[];
  since: Date;
}

/** Those of the students whom the school has given an equal bill since then, which still stands. */
export async function studentsBilledSince(
  em: EntityManager,
  { schoolCode, title, items, studentIds, since }: EqualBills,
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select distinct student_id as id from bill
     where student_id = any(?::uuid[]) and school_code = ? and title = ? and items = ?::jsonb and issued_at > ?
       and status in ('UNPAID', 'PAID')`,
    [textArray(studentIds), schoolCode, title, JSON.stringify(items), since],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of the students to whom the school has ever given a bill of this title, which still stands. */
export async function studentsBilledFor(
  em: EntityManager,
  { schoolCode, title, studentIds }: Pick<EqualBills, "schoolCode" | "title" | "studentIds">,
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select distinct student_id as id from bill
     where student_id = any(?::uuid[]) and school_code = ? and title = ? and status in ('UNPAID', 'PAID')`,
    [textArray(studentIds), schoolCode, title],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The smallest and the largest bill that the school has issued since then; null when there is none. */
export async function amountsSince(
  em: EntityManager,
  schoolCode: string,
  since: Date,
): Promise<{ smallest: number; largest: number } | null> {
  const [row] = await em.execute<{ smallest: number | null; largest: number }[]>(
    `select min(amount) as smallest, max(amount) as largest from bill
     where school_code = ? and issued_at > ? and status in ('UNPAID', 'PAID')`,
    [schoolCode, since],
  );
  return row?.smallest == null ? null : { smallest: row.smallest, largest: row.largest };
}
