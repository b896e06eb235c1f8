import { isId } from "@campus-graph/kit/id";
import { NotFound } from "@campus-graph/kit/refusal";
import { LockMode } from "@mikro-orm/core";
import type { BindingContext } from "../context.js";
import { BindingRequest } from "../domain/request.js";
import { lockStudentAsTeacher } from "../persistence/reviewers.js";

/**
 * A submitted request of a student in the viewer's own class, with the student's row and then the request's locked,
 * so that decisions about one student come one after the other. Any other answers as a missing one.
 */
export async function requestToDecide(context: BindingContext, requestId: string): Promise<BindingRequest> {
  const { em } = context;
  const found = isId(requestId) ? await em.findOne(BindingRequest, { id: requestId }) : null;
  if (!found || found.status === "DRAFT" || !(await lockStudentAsTeacher(context, found.studentId)))
    throw new NotFound();
  return em.findOneOrFail(
    BindingRequest,
    { id: requestId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
