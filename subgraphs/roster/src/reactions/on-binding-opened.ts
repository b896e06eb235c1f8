import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { grantVisibility, revokeVisibility } from "@campus-graph/kit/visibility";
import { studentObject } from "../persistence/visible-students.js";
import type { RosterContext } from "../roster-context.js";

/** The tie exists: it takes the place of the request as the reason to see the student. */
export async function onBindingOpened(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  const { subjectId, studentId, requestId, bindingId } = payload;
  const sight = { viewer: subjectId, object: studentObject(studentId) };
  await grantVisibility(em, { ...sight, reason: `binding:${bindingId}` });
  await revokeVisibility(em, { ...sight, reason: `request:${requestId}` });
  await revokeVisibility(em, { ...sight, reason: "match" });
}
