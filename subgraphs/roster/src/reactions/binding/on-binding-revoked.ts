import { revokeVisibility, revokeVisibilityFromAll } from "@campus-graph/kit/auth/visibility";
import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { studentObject } from "../../persistence/visible-students.js";

/** The tie ended: for its guardian, and for who applied for it, the student does not exist, unless there is another reason. */
export async function onBindingRevoked(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  const { subjectId, studentId, requestId, bindingId } = payload;
  const object = studentObject(studentId);
  await revokeVisibility(em, { viewer: subjectId, object, reason: `binding:${bindingId}` });
  const applicants = await revokeVisibilityFromAll(em, { object, reason: `request:${requestId}` });
  for (const viewer of new Set([subjectId, ...applicants]))
    await revokeVisibility(em, { viewer, object, reason: "match" });
}
