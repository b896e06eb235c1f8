import { defineBatch } from "@campus-graph/kit/graphql/batching";
import { type DataCheck, dataCheck } from "../domain/data-check.js";
import type { BindingRequest } from "../domain/request.js";
import { reviewedStudents } from "./reviewers.js";
import { parentKeysOf } from "./students.js";

/** The verdict on each request that the viewer reviews and did not send in; of others there is none. */
export const reviewOfRequest = defineBatch<BindingRequest, DataCheck, unknown>(async (context, requests) => {
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
