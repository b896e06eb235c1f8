import { objectOf, revokeVisibility, revokeVisibilityFromAll } from "@campus-graph/kit/auth/visibility";
import type { RosterContext } from "../context.js";
import type { OpenedBinding } from "./grant-guardian-visibility.js";

/** For the guardian, and for who applied for the binding, the student does not exist, unless there is another reason. */
export async function revokeGuardianVisibility(
  { em }: RosterContext,
  { subjectId, studentId, requestId, bindingId }: OpenedBinding,
): Promise<void> {
  const object = objectOf("student", studentId);
  await revokeVisibility(em, { viewer: subjectId, object, reason: `binding:${bindingId}` });
  const applicants = await revokeVisibilityFromAll(em, { object, reason: `request:${requestId}` });
  for (const viewer of new Set([subjectId, ...applicants]))
    await revokeVisibility(em, { viewer, object, reason: "match" });
}
