import type { EntityManager } from "@mikro-orm/postgresql";
import { type Figure, type FigureBy, keyOfNone } from "../domain/figure.js";
import type { SchoolDay } from "../domain/school-day.js";
import { type BillFilter, conditionsOf } from "./school-bills.js";

const keys: Readonly<Record<FigureBy, string>> = {
  SCHOOL: "bill.school_code",
  STATUS: "bill.status",
  CLASS: `coalesce((select class_id::text from student
    where student.id = bill.student_id and student.school_code = bill.school_code and enrolled), '${keyOfNone}')`,
  TITLE: "bill.title",
  CHANNEL: `coalesce((select channel from payment
    where payment.bill_id = bill.id and outcome = 'RECEIVED'), '${keyOfNone}')`,
  DAY: "to_char(bill.issued_at at time zone 'Asia/Taipei', 'YYYY-MM-DD')",
};

/** The school's bills that the filter means, summed by what they have in common: one statement, newest first. */
export async function figuresOf(
  em: EntityManager,
  schoolCode: string,
  { by, filter, today, most }: { by: FigureBy; filter: BillFilter; today: SchoolDay; most: number },
): Promise<Figure[]> {
  const { sql, values } = conditionsOf(schoolCode, filter, today);
  const rows = await em.execute<(Omit<Figure, "key"> & { key: string })[]>(
    `select key,
       coalesce(sum(amount - reduced) filter (where status in ('UNPAID', 'PAID')), 0) as billed,
       coalesce(sum(amount - reduced) filter (where status = 'PAID'), 0) as paid,
       coalesce(sum(amount) filter (where status = 'UNPAID'), 0) as open,
       coalesce(sum(amount) filter (where status = 'UNPAID' and due_date < ?::date), 0) as overdue,
       count(*) as bills,
       count(*) filter (where status = 'PAID') as "paidBills",
       count(*) filter (where status = 'UNPAID') as "openBills",
       count(*) filter (where status = 'UNPAID' and due_date < ?::date) as "overdueBills"
     from (
       select ${keys[by]} as key, bill.amount, bill.reduced, bill.status, bill.due_date, bill.issued_at from bill where ${sql}
     ) as keyed
     group by key order by max(issued_at) desc, key limit ?`,
    [today, today, ...values, most],
  );
  return rows.map(({ key, ...sums }) => ({ key, ...numbersOf(sums) }));
}

/** PostgreSQL gives sums as text, since they may outgrow a number. */
function numbersOf<Sums extends object>(sums: Sums): Sums {
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum)])) as Sums;
}
