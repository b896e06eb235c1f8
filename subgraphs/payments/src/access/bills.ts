import { atLeast, hasRole, type Viewer } from "@campus-graph/kit/auth/viewer";
import { objectOf } from "@campus-graph/kit/auth/visibility";
import { defineSharedBatch, loadShared } from "@campus-graph/kit/graphql/batched-loading";
import { visibleAmong } from "@campus-graph/kit/graphql/batched-visibility";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { findBills, replacedIds } from "../persistence/bills.js";

/**
 * A bill, for whoever has a reason to see it: the student's guardians through a binding, and the cashiers of the
 * school that issued it. For everybody else it is as if it did not exist.
 */
export function seeBill(context: PaymentsContext, id: string): Promise<Bill | null> {
  return batched(context, visibleBills, id);
}

const visibleBills = defineBatch<string, Bill, PaymentsServices>(async (context, ids) => {
  const { viewer } = context;
  if (!mayHaveReason(viewer)) return new Map();
  const bills = (await loadShared(context, billsById, ids.filter(isId))).filter((bill) => bill !== null);
  const seen = await visibleStudents(
    context,
    bills.map(({ studentId }) => studentId),
  );
  const visible = bills.filter(
    (bill) => seen.has(bill.studentId) || hasRole(viewer, "CASHIER", bill.schoolCode),
  );
  return new Map(visible.map((bill) => [bill.id, bill]));
});

/** The bill in whose place the viewer's stands; null for one that was issued anew. */
export async function seeReplaced(context: PaymentsContext, { id }: Bill): Promise<Bill | null> {
  const replacedId = await batched(context, replacedIdsOf, id);
  return replacedId === null ? null : seeBill(context, replacedId);
}

const replacedIdsOf = defineBatch<string, string, PaymentsServices>(({ em }, ids) => replacedIds(em, ids));

/** Bills as they are, whoever may see them. */
const billsById = defineSharedBatch<string, Bill | null>(async (em, ids) => {
  const found = new Map((await findBills(em, [...new Set(ids)])).map((bill) => [bill.id, bill]));
  return ids.map((id) => found.get(id) ?? null);
});

/** Whether a binding lets the viewer see the student's bills. */
export async function seesStudent(context: PaymentsContext, studentId: string): Promise<boolean> {
  return (await batched(context, visibilities, studentId)) ?? false;
}

const visibilities = defineBatch<string, boolean, PaymentsServices>(async (context, studentIds) => {
  const seen = await visibleStudents(context, studentIds);
  return new Map([...seen].map((studentId) => [studentId, true]));
});

async function visibleStudents(
  context: PaymentsContext,
  studentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!mayHaveReason(context.viewer)) return new Set();
  const seen = await visibleAmong(context, studentIds.map(objectOfStudent));
  return new Set(studentIds.filter((id) => seen.has(objectOfStudent(id))));
}

function objectOfStudent(id: string): string {
  return objectOf("student", id);
}

/** An applicant has a subject, and may even have bindings, but reads no bills before signing in. */
function mayHaveReason(viewer: Viewer): boolean {
  return viewer.subject !== null && atLeast(viewer, "signed-in");
}
