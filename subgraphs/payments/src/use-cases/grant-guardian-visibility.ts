import { grantVisibility, objectOf } from "@campus-graph/kit/auth/visibility";
import type { PaymentsContext } from "../context.js";
import { isRelationship } from "../domain/relationship.js";
import { billNotice, billNotices } from "../feed.js";
import { unpaidBillsOf } from "../persistence/bills.js";
import { rememberBinding } from "../persistence/guardian-bindings.js";
import { holdPairing } from "../persistence/guardians.js";

export interface GuardianOfStudent {
  bindingId: string;
  subjectId: string;
  studentId: string;
}

/** A binding that begins. Events from before the app told who pays may lack the relationship. */
export interface OpenedBinding extends GuardianOfStudent {
  relationship?: string;
}

/** The guardian sees the student's bills from now on, and is told of those that already wait to be paid. */
export async function grantGuardianVisibility(
  { em }: PaymentsContext,
  { bindingId, subjectId, studentId, relationship }: OpenedBinding,
): Promise<void> {
  await holdPairing(em);
  await grantVisibility(em, {
    viewer: subjectId,
    object: objectOf("student", studentId),
    reason: reasonOf(bindingId),
  });
  if (isRelationship(relationship))
    await rememberBinding(em, { bindingId, subject: subjectId, studentId, relationship });
  const bills = await unpaidBillsOf(em, studentId);
  await billNotices.append(
    em,
    bills.map((bill) => billNotice("ISSUED", subjectId, bill.id, bill.issuedAt)),
  );
}

/** Why a guardian sees a student: this binding. */
export function reasonOf(bindingId: string): string {
  return `binding:${bindingId}`;
}
