import { revokeVisibility } from "@campus-graph/kit/auth/visibility";
import { holdPairing, studentObject } from "../persistence/sights.js";
import type { PaymentsContext } from "../services.js";
import { reasonOf, type Tie } from "./open-sight.js";

/** The tie is over: the student's bills, old and new, are out of the guardian's sight. */
export async function endSight(
  { em }: PaymentsContext,
  { bindingId, subjectId, studentId }: Tie,
): Promise<void> {
  await holdPairing(em);
  await revokeVisibility(em, {
    viewer: subjectId,
    object: studentObject(studentId),
    reason: reasonOf(bindingId),
  });
}
