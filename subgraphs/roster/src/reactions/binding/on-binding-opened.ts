import { grantVisibility, revokeVisibility } from "@campus-graph/kit/auth/visibility";
import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { studentObject } from "../../persistence/visible-students.js";

/**
 * The tie exists: it takes the place of the request as the guardian's reason to see the student. Where it is of an account
 * that the person had already, the applicant's own token goes on showing the mask until the tie ends, as it does to
 * every other applicant: when an owner accepts is not theirs to know.
 */
export async function onBindingOpened(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  const { subjectId, studentId, requestId, bindingId } = payload;
  const object = studentObject(studentId);
  await grantVisibility(em, { viewer: subjectId, object, reason: `binding:${bindingId}` });
  for (const reason of [`request:${requestId}`, "match"])
    await revokeVisibility(em, { viewer: subjectId, object, reason });
}
