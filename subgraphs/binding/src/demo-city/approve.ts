import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { DemoPerson } from "@campus-graph/schema/demo-city";
import { reviewedStudents } from "../access/reviewers.js";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { holdsAClass } from "../persistence/reviewers.js";
import { approveRequests } from "../use-cases/approve-requests.js";
import { actingAs } from "./apply.js";

/** Whether the roster has told that this teacher holds a class. */
export function teaches({ em }: BindingContext, subjectId: string): Promise<boolean> {
  return holdsAClass(em, subjectId);
}

/** The teacher approves what waits in these applications, as far as it is about their own class. */
export async function approveWaiting(
  context: BindingContext,
  teacher: DemoPerson,
  applicationIds: readonly string[],
): Promise<void> {
  const own = actingAs(context, teacherViewer(teacher));
  const waiting = await own.em.find(BindingRequest, {
    applicationId: { $in: [...applicationIds] },
    status: "PENDING",
  });
  const reviewed = await reviewedStudents(
    own,
    waiting.map(({ studentId }) => studentId),
  );
  const ids = waiting
    .filter(({ studentId }) => reviewed.has(studentId))
    .map(({ id, version }) => ({ id, version }));
  for (const { requestId, refusal } of await approveRequests(own, ids))
    if (refusal) throw new Error(`The demo's request ${requestId} was refused: ${refusal.code}.`);
}

function teacherViewer({ subjectId, roles }: DemoPerson): Viewer {
  return {
    ...anonymous,
    subject: subjectId,
    assurance: "signed-in",
    roles: roles.map(({ role, schoolCode }) => ({ role, ...(schoolCode !== null && { schoolCode }) })),
  };
}
