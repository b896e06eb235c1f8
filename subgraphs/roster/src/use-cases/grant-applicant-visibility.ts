import { grantVisibility, objectOf, visibleObjects } from "@campus-graph/kit/auth/visibility";
import { knowledgeOfSchool } from "../access/student-visibility.js";
import type { RosterContext } from "../context.js";

export interface OpenRequest {
  requestId: string;
  subjectId: string;
  studentId: string;
  schoolCode: string;
}

/**
 * Whoever applies sees the masked student while the request is open, and the school that they named when they first
 * submitted. An open request follows the child to another school; what its applicant knows does not.
 */
export async function grantApplicantVisibility(
  { em, clock }: RosterContext,
  { subjectId, studentId, requestId, schoolCode }: OpenRequest,
): Promise<void> {
  const object = objectOf("student", studentId);
  const reason = `request:${requestId}`;
  const known = await visibleObjects(em, subjectId, [object], clock.now());
  if (known.get(object)?.has(reason)) return;
  await grantVisibility(em, { viewer: subjectId, object, reason });
  await grantVisibility(em, { viewer: subjectId, object, reason: knowledgeOfSchool(schoolCode) });
}
