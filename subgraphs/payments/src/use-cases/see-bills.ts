import { atLeast, hasRole, type Viewer } from "@campus-graph/kit/auth/viewer";
import { defineSharedBatch, loadShared } from "@campus-graph/kit/graphql/batched-loading";
import { visibleAmong } from "@campus-graph/kit/graphql/batched-visibility";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { Issuer } from "../domain/issuer.js";
import { findBills } from "../persistence/bills.js";
import { findAgreements } from "../persistence/collection-agreements.js";
import { studentObject } from "../persistence/sights.js";
import { maskedNames } from "../persistence/students.js";

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
  const seen = await studentsInSight(
    context,
    bills.map(({ studentId }) => studentId),
  );
  const visible = bills.filter(
    (bill) => seen.has(bill.studentId) || hasRole(viewer, "CASHIER", bill.schoolCode),
  );
  return new Map(visible.map((bill) => [bill.id, bill]));
});

/** Bills as they are, whoever may see them. */
const billsById = defineSharedBatch<string, Bill | null>(async (em, ids) => {
  const found = new Map((await findBills(em, [...new Set(ids)])).map((bill) => [bill.id, bill]));
  return ids.map((id) => found.get(id) ?? null);
});

/** Whether a binding lets the viewer see the student's bills. */
export async function seesStudent(context: PaymentsContext, studentId: string): Promise<boolean> {
  return (await batched(context, sights, studentId)) ?? false;
}

const sights = defineBatch<string, boolean, PaymentsServices>(async (context, studentIds) => {
  const seen = await studentsInSight(context, studentIds);
  return new Map([...seen].map((studentId) => [studentId, true]));
});

async function studentsInSight(
  context: PaymentsContext,
  studentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!mayHaveReason(context.viewer)) return new Set();
  const seen = await visibleAmong(context, studentIds.map(studentObject));
  return new Set(studentIds.filter((id) => seen.has(studentObject(id))));
}

/** An applicant has a subject, and may even have bindings, but reads no bills before signing in. */
function mayHaveReason(viewer: Viewer): boolean {
  return viewer.subject !== null && atLeast(viewer, "signed-in");
}

/** The agreement that a bill was issued under. */
export async function issuerOfBill(context: PaymentsContext, bill: Bill): Promise<Issuer> {
  const issuer = await batched(context, issuersById, bill.issuerId);
  if (!issuer) throw new Error(`The bill ${bill.id} has no issuer.`);
  return issuer;
}

const issuersById = defineBatch<string, Issuer, PaymentsServices>(({ em }, ids) => findAgreements(em, ids));

/** A student's masked name, as roster last told it. */
export function maskedNameOf(context: PaymentsContext, studentId: string): Promise<string | null> {
  return batched(context, namesById, studentId);
}

const namesById = defineBatch<string, string, PaymentsServices>(async (context, ids) => {
  const names = await loadShared(context, namesOfAll, ids);
  return new Map(ids.flatMap((id, index) => (names[index] ? [[id, names[index]]] : [])));
});

const namesOfAll = defineSharedBatch<string, string | undefined>(async (em, ids) => {
  const names = await maskedNames(em, [...new Set(ids)]);
  return ids.map((id) => names.get(id));
});
