import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { entriesBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { schoolDay } from "../domain/school-day.js";
import { type BillFilter, billsOfSchool } from "../persistence/school-bills.js";

export type { BillFilter };

/** Whoever looks for a child by name means a few, never the school. */
const mostStudents = 100;

/** The bills that the school issued and the filter means, newest first. */
export function listSchoolBills(
  context: PaymentsContext,
  schoolCode: string,
  billFilter: BillFilter,
  request: PageRequest,
): Promise<Page<Bill>> {
  const filter = checkedFilter(billFilter);
  const { em, clock } = context;
  // A cursor holds for the list with its filter: under another it would skip.
  const list = `schoolBills:${schoolCode}:${JSON.stringify(Object.entries(filter).sort())}`;
  return page(
    context,
    list,
    request,
    (key, limit) => {
      const after = key === null ? null : String(key[0]);
      return billsOfSchool(em, schoolCode, filter, { after, limit, today: schoolDay(clock.now()) });
    },
    (bill) => [bill.id],
  );
}

/** Refuses (BAD_INPUT) more students than one list may name. What is no id is nobody's. */
export function checkedFilter(filter: BillFilter): BillFilter {
  const { studentIds, classId } = filter;
  if (studentIds && studentIds.length > mostStudents)
    throw new BadInput({ field: "studentIds", rule: entriesBetween(0, mostStudents) });
  if (classId && !isId(classId)) return { ...filter, classId: null, studentIds: [] };
  return studentIds ? { ...filter, studentIds: studentIds.filter(isId) } : filter;
}
