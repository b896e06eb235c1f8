import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { grantVisibility } from "@campus-graph/kit/visibility";
import { studentObject } from "../persistence/visible-students.js";
import type { RosterContext } from "../roster-context.js";

/** Whoever applies sees the masked name and the school of the student matched, while the request is open. */
export function onRequestOpen(
  { em }: RosterContext,
  { payload }: ReceivedEvent<"binding.RequestSubmitted" | "binding.RequestReturned">,
): Promise<void> {
  const { subjectId, studentId, requestId } = payload;
  return grantVisibility(em, {
    viewer: subjectId,
    object: studentObject(studentId),
    reason: `request:${requestId}`,
  });
}
