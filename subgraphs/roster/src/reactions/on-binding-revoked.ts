import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { revokeVisibility } from "@campus-graph/kit/visibility";
import { studentObject } from "../persistence/visible-students.js";
import type { RosterContext } from "../roster-context.js";

/** The tie ended: for this guardian the student does not exist, unless there is another reason. */
export async function onBindingRevoked(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  const { subjectId, studentId, requestId, bindingId } = payload;
  const sight = { viewer: subjectId, object: studentObject(studentId) };
  for (const reason of [`binding:${bindingId}`, `request:${requestId}`, "match"])
    await revokeVisibility(em, { ...sight, reason });
}
