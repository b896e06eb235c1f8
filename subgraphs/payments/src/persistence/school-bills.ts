import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Bill } from "../domain/bill.js";
import type { BillStatus } from "../domain/bill-status.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import type { SchoolDay } from "../domain/school-day.js";

/** Which of a school's bills are meant: what is left out narrows nothing. */
export interface BillFilter {
  status?: BillStatus | null | undefined;
  /** Unpaid, and due before today. */
  isOverdue?: boolean | null | undefined;
  /** Of students who are in the class now. */
  classId?: string | null | undefined;
  studentIds?: readonly string[] | null | undefined;
  accountNumber?: PayAccountNumber | null | undefined;
  title?: string | null | undefined;
  /** Issued on that day or later. */
  from?: SchoolDay | null | undefined;
  /** Issued on that day or earlier. */
  until?: SchoolDay | null | undefined;
}

type Condition = readonly [sql: string, ...values: unknown[]];

const startOfDay = "(?::date)::timestamp at time zone 'Asia/Taipei'";
const startOfNextDay = "(?::date + 1)::timestamp at time zone 'Asia/Taipei'";

/** The filter as SQL over a table named `bill`, with the values of its question marks in order. */
export function conditionsOf(
  schoolCode: string,
  filter: BillFilter,
  today: SchoolDay,
): { sql: string; values: unknown[] } {
  const { status, isOverdue, classId, studentIds, accountNumber, title, from, until } = filter;
  const conditions: Condition[] = [["bill.school_code = ?", schoolCode]];
  if (status) conditions.push(["bill.status = ?", status]);
  if (isOverdue) conditions.push(["bill.status = 'UNPAID' and bill.due_date < ?::date", today]);
  if (classId) conditions.push([studentsOfClass, schoolCode, classId]);
  if (studentIds) conditions.push(["bill.student_id = any(?::uuid[])", textArray(studentIds)]);
  if (accountNumber) conditions.push(["bill.account_number = ?", accountNumber]);
  if (title) conditions.push(["bill.title = ?", title]);
  if (from) conditions.push([`bill.issued_at >= ${startOfDay}`, from]);
  if (until) conditions.push([`bill.issued_at < ${startOfNextDay}`, until]);
  return {
    sql: conditions.map(([sql]) => sql).join(" and "),
    values: conditions.flatMap(([, ...values]) => values),
  };
}

const studentsOfClass = `bill.student_id in
  (select id from student where school_code = ? and class_id = ?::uuid and enrolled)`;

/** The school's bills that the filter means, newest first. */
export async function billsOfSchool(
  em: EntityManager,
  schoolCode: string,
  filter: BillFilter,
  { after, limit, today }: { after: string | null; limit: number; today: SchoolDay },
): Promise<Bill[]> {
  const { sql, values } = conditionsOf(schoolCode, filter, today);
  const rows = await em.execute<object[]>(
    `select * from bill where ${sql} and (?::uuid is null or id < ?::uuid) order by id desc limit ?`,
    [...values, after, after, limit],
  );
  return rows.map((row) => em.map(Bill, row));
}
