import { grantVisibility, visibleObjects } from "@campus-graph/kit/auth/visibility";
import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { knowledgeOfSchool } from "../../domain/sight.js";
import { studentObject } from "../../persistence/visible-students.js";

/**
 * Whoever applies sees the masked student while the request is open, and the school that they named when they first
 * submitted. An open request follows the child to another school; what its applicant knows does not.
 */
export async function onRequestOpen(
  { em, clock }: RosterContext,
  { payload }: ReceivedEvent<"binding.RequestSubmitted" | "binding.RequestReturned">,
): Promise<void> {
  const { subjectId, studentId, requestId, schoolCode } = payload;
  const object = studentObject(studentId);
  const reason = `request:${requestId}`;
  const known = await visibleObjects(em, subjectId, [object], clock.now());
  if (known.get(object)?.has(reason)) return;
  await grantVisibility(em, { viewer: subjectId, object, reason });
  await grantVisibility(em, { viewer: subjectId, object, reason: knowledgeOfSchool(schoolCode) });
}
