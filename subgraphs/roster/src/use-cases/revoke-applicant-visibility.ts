import { objectOf, revokeVisibility } from "@campus-graph/kit/auth/visibility";
import type { RosterContext } from "../context.js";
import type { OpenRequest } from "./grant-applicant-visibility.js";

/** The request has ended: the student is none of the applicant's any more. */
export async function revokeApplicantVisibility(
  { em }: RosterContext,
  { subjectId, studentId, requestId }: Omit<OpenRequest, "schoolCode">,
): Promise<void> {
  const grant = { viewer: subjectId, object: objectOf("student", studentId) };
  await revokeVisibility(em, { ...grant, reason: `request:${requestId}` });
  await revokeVisibility(em, { ...grant, reason: "match" });
}
