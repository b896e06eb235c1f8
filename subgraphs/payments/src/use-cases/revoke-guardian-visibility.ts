import { objectOf, revokeVisibility } from "@campus-graph/kit/auth/visibility";
import type { PaymentsContext } from "../context.js";
import { forgetBinding } from "../persistence/guardian-bindings.js";
import { holdPairing } from "../persistence/guardians.js";
import { claimsOfGuardian } from "../persistence/payment-claims.js";
import { type GuardianOfStudent, reasonOf } from "./grant-guardian-visibility.js";
import { notifyOfClaims } from "./notify-of-claims.js";

/**
 * The binding is over: the student's bills, old and new, are out of the guardian's sight, and what they had begun to pay for
 * the student is under way no more, which those who still see it are told.
 */
export async function revokeGuardianVisibility(
  context: PaymentsContext,
  { bindingId, subjectId, studentId }: GuardianOfStudent,
): Promise<void> {
  const { em, clock } = context;
  await holdPairing(em);
  await revokeVisibility(em, {
    viewer: subjectId,
    object: objectOf("student", studentId),
    reason: reasonOf(bindingId),
  });
  await forgetBinding(em, bindingId);
  const now = clock.now();
  const claims = await claimsOfGuardian(em, { subject: subjectId, studentId, now });
  await notifyOfClaims(
    context,
    claims.map(({ id, billId }) => ({ kind: "ENDED", claimId: id, billId, studentId, occurredAt: now })),
  );
}
