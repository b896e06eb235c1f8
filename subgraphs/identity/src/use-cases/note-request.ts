import type { RequestFacts } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";
import { noteSchoolOfClass } from "../persistence/classes.js";
import { keepRequest, keepRequestStatus, type RequestStatus } from "../persistence/requests.js";

/** What binding told of a request: its applicant and reviewers see the guardian by it. */
export async function noteRequest(
  context: IdentityContext,
  facts: RequestFacts,
  status: RequestStatus,
): Promise<void> {
  await keepRequest(context, {
    id: facts.requestId,
    applicationId: facts.applicationId,
    subjectId: facts.subjectId,
    studentId: facts.studentId,
    personKey: facts.guardianPersonKey ?? null,
    declarationId: facts.guardianDeclarationId ?? null,
    version: facts.version ?? null,
    status,
  });
}

/** How a request stands now. */
export async function noteRequestStatus(
  context: IdentityContext,
  requestId: string,
  status: RequestStatus,
): Promise<void> {
  await keepRequestStatus(context, requestId, status);
}

/** The school of the class whose teacher reviews a request. */
export async function noteClassOfRequest(
  context: IdentityContext,
  { classId, schoolCode }: Pick<RequestFacts, "classId" | "schoolCode">,
): Promise<void> {
  await noteSchoolOfClass(context, classId, schoolCode);
}
