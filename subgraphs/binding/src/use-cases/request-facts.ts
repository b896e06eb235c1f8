import type { BindingEvents } from "@campus-graph/schema/events";
import type { BindingRequest } from "../domain/request.js";

/** What every event of a request carries. Only a submitted request has events. */
export function factsOf(request: BindingRequest): BindingEvents["binding.RequestSubmitted"] {
  if (!request.appliedAt || !request.personKey)
    throw new Error(`The request ${request.id} was never submitted.`);
  return {
    requestId: request.id,
    applicationId: request.applicationId,
    subjectId: request.subjectId,
    studentId: request.studentId,
    classId: request.classId,
    schoolCode: request.schoolCode,
    relationship: request.relationship,
    appliedAt: request.appliedAt.toISOString(),
    version: request.version,
    guardianPersonKey: request.personKey,
    ...(request.declarationId ? { guardianDeclarationId: request.declarationId } : {}),
  };
}
