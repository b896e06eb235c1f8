import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { reviewedStudents } from "../access/reviewers.js";
import type { BindingContext } from "../context.js";
import { type DataCheck, dataCheck } from "../domain/data-check.js";
import type { BindingRequest } from "../domain/request.js";
import { parentKeysOf } from "../persistence/students.js";

/** The verdict on a request that the viewer reviews and did not send in; null of any other. */
export function dataCheckOf(context: BindingContext, request: BindingRequest): Promise<DataCheck | null> {
  return batched(context, verdicts, request);
}

const verdicts = defineBatch<BindingRequest, DataCheck, unknown>(async (context, requests) => {
  const { subject } = context.viewer;
  const others = requests.filter(
    ({ subjectId, accountId, status }) =>
      status !== "DRAFT" && subjectId !== subject && accountId !== subject,
  );
  const studentIds = [...new Set(others.map(({ studentId }) => studentId))];
  const reviewed = await reviewedStudents(context, studentIds);
  const parents = await parentKeysOf(context.em, [...reviewed]);
  return new Map(
    others.flatMap((request) =>
      reviewed.has(request.studentId)
        ? [[request, dataCheck([request.personKey], parents.get(request.studentId) ?? [])] as const]
        : [],
    ),
  );
});
