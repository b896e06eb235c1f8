import { revokeVisibility } from "@campus-graph/kit/auth/visibility";
import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { studentObject } from "../../persistence/visible-students.js";

/** The applicant withdrew, or got no account: the student is none of theirs any more. */
export async function onRequestEnded(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.RequestCancelled" | "binding.RequestProvisionFailed">,
): Promise<void> {
  const { subjectId, studentId, requestId } = payload;
  const sight = { viewer: subjectId, object: studentObject(studentId) };
  await revokeVisibility(em, { ...sight, reason: `request:${requestId}` });
  await revokeVisibility(em, { ...sight, reason: "match" });
}
