import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { endReason, grantVisibility, revokeVisibility } from "@campus-graph/kit/visibility";
import { studentObject } from "../persistence/visible-students.js";
import type { RosterContext } from "../roster-context.js";

/**
 * The tie exists: it takes the place of the request as the reason to see the student. The applicant loses it also where
 * the tie is not theirs but of the account that their person had already.
 */
export async function onBindingOpened(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  const { subjectId, studentId, requestId, bindingId } = payload;
  const object = studentObject(studentId);
  await grantVisibility(em, { viewer: subjectId, object, reason: `binding:${bindingId}` });
  const applicants = await endReason(em, { object, reason: `request:${requestId}` });
  for (const viewer of new Set([subjectId, ...applicants]))
    await revokeVisibility(em, { viewer, object, reason: "match" });
}
