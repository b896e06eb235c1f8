import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import { LockMode } from "@mikro-orm/core";
import { lockStudentAsRegistrar, lockStudentAsTeacher } from "../access/reviewers.js";
import type { BindingContext } from "../context.js";
import { lateBefore } from "../domain/escalation.js";
import { HomeroomDecides } from "../domain/refusals.js";
import { BindingRequest } from "../domain/request.js";
import { hasImpartialTeacher } from "../persistence/reviewers.js";

/**
 * A submitted request of a student in the viewer's own class, with the student's row and then the request's locked,
 * so that decisions about one student come one after the other. The school's registrar decides where no teacher can:
 * the class has none, the request is the teacher's own, or it has waited too long. Any other request answers as a missing one.
 */
export async function requestToDecide(context: BindingContext, requestId: string): Promise<BindingRequest> {
  const { em } = context;
  const found = isId(requestId) ? await em.findOne(BindingRequest, { id: requestId }) : null;
  if (!found || found.status === "DRAFT") throw new NotFound();
  if (!(await lockStudentAsTeacher(context, found.studentId))) {
    if (!(await lockStudentAsRegistrar(context, found.studentId))) throw new NotFound();
    const now = context.clock.now();
    const isLate = found.appliedAt !== null && found.appliedAt < lateBefore(now, context.services.escalation);
    if (!isLate && (await hasImpartialTeacher(em, found, now))) throw new HomeroomDecides();
  }
  return em.findOneOrFail(
    BindingRequest,
    { id: requestId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
