import { atLeast } from "@campus-graph/kit/auth/viewer";
import { subjectOf } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { type Page, type PageRequest, page, type SortKey } from "@campus-graph/kit/graphql/pagination";
import { isId } from "@campus-graph/kit/sql/id";
import { seesStudent } from "../access/bills.js";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { BillStatus } from "../domain/bill-status.js";
import { billsOfStudents, countUnpaid, countUnpaidByStudent, pagesOfStudents } from "../persistence/bills.js";
import { studentsSeenBy } from "../persistence/guardians.js";

export interface BillListRequest extends PageRequest {
  status?: BillStatus | null | undefined;
}

/** The bills of all children that the viewer is bound to, newest first. */
export async function listMyBills(context: PaymentsContext, request: BillListRequest): Promise<Page<Bill>> {
  const students = await studentsSeenBy(context.em, subjectOf(context), context.clock.now());
  return newestFirst(context, listName("myBills", request), request, (after, limit) =>
    billsOfStudents(context.em, students, { after, limit, status: request.status }),
  );
}

/**
 * One student's bills, newest first: all of them for a guardian, the school's own for its cashier, null for anybody
 * else. However many students are asked for at once, they are read together.
 */
export async function listStudentBills(
  context: PaymentsContext,
  studentId: string,
  request: PageRequest,
): Promise<Page<Bill> | null> {
  if (!isId(studentId)) return null;
  const isGuardian = await seesStudent(context, studentId);
  const schoolCodes = isGuardian ? null : cashierSchools(context);
  if (schoolCodes?.length === 0) return null;
  return newestFirst(context, `studentBills:${studentId}`, request, async (after, limit) => {
    const wanted = JSON.stringify({ studentId, after, limit, schoolCodes });
    return (await batched(context, studentPages, wanted)) ?? [];
  });
}

/** How many bills of the viewer's children wait to be paid. */
export async function countMyUnpaidBills(context: PaymentsContext): Promise<number> {
  const students = await studentsSeenBy(context.em, subjectOf(context), context.clock.now());
  return students.length === 0 ? 0 : countUnpaid(context.em, students);
}

/** How many bills of one child wait to be paid; null for who is no guardian of theirs. */
export async function countUnpaidBillsOf(
  context: PaymentsContext,
  studentId: string,
): Promise<number | null> {
  if (!isId(studentId) || !(await seesStudent(context, studentId))) return null;
  return (await batched(context, unpaidCounts, studentId)) ?? 0;
}

const unpaidCounts = defineBatch<string, number, PaymentsServices>(({ em }, studentIds) =>
  countUnpaidByStudent(em, studentIds),
);

interface WantedPage {
  studentId: string;
  after: string | null;
  limit: number;
  schoolCodes: string[] | null;
}

const studentPages = defineBatch<string, Bill[], PaymentsServices>(async ({ em }, keys) => {
  const wanted = keys.map((key) => ({ key, ...(JSON.parse(key) as WantedPage) }));
  const pages = new Map<string, Bill[]>();
  // At most two groups: the viewer's own children, and those of the schools where the viewer is a cashier.
  for (const group of Map.groupBy(wanted, ({ schoolCodes }) => schoolCodes === null).values()) {
    const bills = await pagesOfStudents(em, group, group[0]!.schoolCodes);
    for (const { key, ...each } of group) pages.set(key, billsWithin(bills.get(each.studentId) ?? [], each));
  }
  return pages;
});

/** Two pages of one student may have been asked for under different aliases; they were read together. */
function billsWithin(bills: readonly Bill[], { after, limit }: WantedPage): Bill[] {
  return bills.filter((bill) => after === null || bill.id < after).slice(0, limit);
}

function cashierSchools({ viewer }: PaymentsContext): string[] {
  if (!atLeast(viewer, "signed-in")) return [];
  return viewer.roles.flatMap(({ role, schoolCode }) =>
    role === "CASHIER" && schoolCode !== undefined ? [schoolCode] : [],
  );
}

/** A cursor holds for the list with its filter: under another it would skip. */
function listName(list: string, { status }: BillListRequest): string {
  return status ? `${list}:${status}` : list;
}

function newestFirst(
  context: PaymentsContext,
  list: string,
  request: PageRequest,
  read: (after: string | null, limit: number) => Promise<Bill[]>,
): Promise<Page<Bill>> {
  const readAfter = (key: SortKey | null, limit: number) => read(key === null ? null : String(key[0]), limit);
  return page(context, list, request, readAfter, (bill) => [bill.id]);
}
