import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import { BindingRequest } from "../domain/request.js";
import { isWithinToken } from "./own-applications.js";
import { reviewedStudents } from "./reviewers.js";

/** A request, for its guardian and, once submitted, for who reviews the student; for others it does not exist. */
export function seeRequest(context: Context, id: string): Promise<BindingRequest | null> {
  return batched(context, visibleRequest, id);
}

const visibleRequest = defineBatch<string, BindingRequest, unknown>(async (context, ids) => {
  if (!mayLook(context)) return new Map();
  const found = await context.em.find(BindingRequest, { id: { $in: ids.filter(isId) } });
  const others = found.filter((request) => !isOwn(context, request) && request.status !== "DRAFT");
  const reviewed = await reviewedStudents(context, [...new Set(others.map(({ studentId }) => studentId))]);
  const seen = found.filter(
    (request) => isOwn(context, request) || (request.status !== "DRAFT" && reviewed.has(request.studentId)),
  );
  return new Map(seen.map((request) => [request.id, request]));
});

function isOwn({ viewer }: Context, request: BindingRequest): boolean {
  const { subject } = viewer;
  if (subject === null || !isWithinToken(viewer, request.applicationId)) return false;
  return request.subjectId === subject || request.accountId === subject;
}

function mayLook({ viewer }: Context): boolean {
  return viewer.subject !== null && viewer.assurance !== "must-change-password";
}
