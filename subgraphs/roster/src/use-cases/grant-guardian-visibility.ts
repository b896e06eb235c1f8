import { grantVisibility, objectOf, revokeVisibility } from "@campus-graph/kit/auth/visibility";
import type { RosterContext } from "../context.js";

/** A binding between a guardian's account and a student, and the request that opened it. */
export interface OpenedBinding {
  bindingId: string;
  requestId: string;
  subjectId: string;
  studentId: string;
}

/**
 * The binding takes the place of the request as the guardian's reason to see the student. Where it is of an account
 * that the person had already, the applicant's own token goes on showing the mask until the binding ends, as it does to
 * every other applicant: when an owner accepts is not theirs to know.
 */
export async function grantGuardianVisibility(
  { em }: RosterContext,
  { subjectId, studentId, requestId, bindingId }: OpenedBinding,
): Promise<void> {
  const object = objectOf("student", studentId);
  await grantVisibility(em, { viewer: subjectId, object, reason: `binding:${bindingId}` });
  for (const reason of [`request:${requestId}`, "match"])
    await revokeVisibility(em, { viewer: subjectId, object, reason });
}
