import { openToken } from "@campus-graph/kit/auth/crypto";
import { subjectOf } from "@campus-graph/kit/context";
import { InvalidToken } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnApplication } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import { mostStudents } from "../domain/application.js";
import {
  AlreadyBound,
  StudentAlreadyInApplication,
  StudentAlreadyRequested,
  TooManyStudents,
} from "../domain/refusals.js";
import { parseRelationship, type RelationshipKind } from "../domain/relationship.js";
import { BindingRequest, type StudentPlace } from "../domain/request.js";
import { openStatuses } from "../domain/request-status.js";
import { requestsOf } from "../persistence/applications.js";

export interface AddStudent {
  applicationId: string;
  /** What `findStudent` sealed for this viewer. */
  match: string;
  relationship: RelationshipKind;
  otherRelationship?: string | null | undefined;
}

/** Adds the student that the viewer found, and confirmed, to their draft. */
export function addStudentToApplication(context: BindingContext, input: AddStudent): Promise<BindingRequest> {
  return transaction(context, async (context) => {
    const relationship = parseRelationship(input.relationship, input.otherRelationship);
    const application = await lockOwnApplication(context, input.applicationId);
    application.change(context.clock.now());
    const student = openMatch(context, input.match);
    const present = await requestsOf(context, application.id);
    if (present.some(({ studentId }) => studentId === student.studentId))
      throw new StudentAlreadyInApplication();
    if (present.length >= mostStudents) throw new TooManyStudents({ limit: mostStudents });
    await refuseSecondRequest(context, student.studentId);
    const request = new BindingRequest({
      id: context.newId(),
      applicationId: application.id,
      subjectId: application.subjectId,
      student,
      relationship,
    });
    context.em.persist(request);
    return request;
  });
}

/** A match is good for the subject that found the student, and for a day. */
function openMatch(context: BindingContext, match: string): StudentPlace {
  const ring = context.keys.ring("match");
  const found = openToken<StudentPlace & { subject: string }>(
    ring,
    "student-match",
    match,
    context.clock.now(),
  );
  if (found.subject !== subjectOf(context)) throw new InvalidToken();
  return found;
}

async function refuseSecondRequest(context: BindingContext, studentId: string): Promise<void> {
  const subjectId = subjectOf(context);
  const earlier = await context.em.find(BindingRequest, {
    studentId,
    status: { $in: [...openStatuses] },
    $or: [{ subjectId }, { accountId: subjectId }],
  });
  if (earlier.some((request) => request.statusForApplicant === "BOUND")) throw new AlreadyBound();
  if (earlier[0]) throw new StudentAlreadyRequested({ requestId: earlier[0].id });
}
