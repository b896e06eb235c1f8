import { batched, defineBatch } from "@campus-graph/kit/batching";
import { isId } from "@campus-graph/kit/id";
import { atLeast, hasRole, type Viewer } from "@campus-graph/kit/viewer";
import { visibleObjects } from "@campus-graph/kit/visibility";
import type { Bill } from "../domain/bill.js";
import type { Issuer } from "../domain/issuer.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import { findBills } from "../persistence/bills.js";
import { findIssuers } from "../persistence/issuers.js";
import { openClaims } from "../persistence/payment-claims.js";
import { studentObject } from "../persistence/sights.js";
import { maskedNames } from "../persistence/students.js";
import type { PaymentsContext, PaymentsServices } from "../services.js";

/**
 * A bill, for whoever has a reason to see it: the student's guardians through a binding, and the cashiers of the
 * school that issued it. For everybody else it is as if it did not exist.
 */
export function seeBill(context: PaymentsContext, id: string): Promise<Bill | null> {
  return batched(context, visibleBills, id);
}

const visibleBills = defineBatch<string, Bill, PaymentsServices>(async (context, ids) => {
  const { em, viewer } = context;
  if (!mayHaveReason(viewer)) return new Map();
  const bills = await findBills(em, ids.filter(isId));
  const seen = await studentsInSight(
    context,
    bills.map(({ studentId }) => studentId),
  );
  const visible = bills.filter(
    (bill) => seen.has(bill.studentId) || hasRole(viewer, "CASHIER", bill.schoolCode),
  );
  return new Map(visible.map((bill) => [bill.id, bill]));
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
  { em, viewer, clock }: PaymentsContext,
  studentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!mayHaveReason(viewer) || viewer.subject === null || studentIds.length === 0) return new Set();
  const seen = await visibleObjects(em, viewer.subject, studentIds.map(studentObject), clock.now());
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

const issuersById = defineBatch<string, Issuer, PaymentsServices>(({ em }, ids) => findIssuers(em, ids));

/** A student's masked name, as roster last told it. */
export function maskedNameOf(context: PaymentsContext, studentId: string): Promise<string | null> {
  return batched(context, namesById, studentId);
}

const namesById = defineBatch<string, string, PaymentsServices>(({ em }, ids) => maskedNames(em, ids));

/** The payments of a bill that are under way now, whoever started them. */
export async function claimsOn(context: PaymentsContext, bill: Bill): Promise<PaymentClaim[]> {
  if (bill.status !== "UNPAID") return [];
  return (await batched(context, claimsByBill, bill.id)) ?? [];
}

const claimsByBill = defineBatch<string, PaymentClaim[], PaymentsServices>(({ em, clock }, ids) =>
  openClaims(em, ids, clock.now()),
);
