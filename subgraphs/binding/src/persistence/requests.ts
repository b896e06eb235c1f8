import type { Context } from "@campus-graph/kit/context";
import { defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import type { EntityManager } from "@mikro-orm/postgresql";
import { BindingRequest } from "../domain/request.js";
import { isWithinToken } from "./applications.js";
import { reviewedStudents } from "./reviewers.js";

/** Requests by id, as far as the viewer may see them: the guardian's own, or submitted ones of a student they review. */
export const requestById = defineBatch<string, BindingRequest, unknown>(async (context, ids) => {
  if (!mayLook(context)) return new Map();
  const found = await context.em.find(BindingRequest, { id: { $in: ids.filter(isId) } });
  const others = found.filter((request) => !isOwn(context, request) && request.status !== "DRAFT");
  const reviewed = await reviewedStudents(context, [...new Set(others.map(({ studentId }) => studentId))]);
  const seen = found.filter(
    (request) => isOwn(context, request) || (request.status !== "DRAFT" && reviewed.has(request.studentId)),
  );
  return new Map(seen.map((request) => [request.id, request]));
});

/** The requests of applications that the viewer was given. */
export const requestsByApplication = defineBatch<string, BindingRequest[], unknown>(async ({ em }, ids) => {
  const found = await em.find(
    BindingRequest,
    { applicationId: { $in: [...ids] } },
    { orderBy: { id: "asc" } },
  );
  return Map.groupBy(found, ({ applicationId }) => applicationId);
});

/** The login that this version of a waiting request names is another's. */
export async function noteLoginTaken(em: EntityManager, requestId: string, version: number): Promise<void> {
  await em.execute(
    "update request set login_check = 'TAKEN' where id = ? and version = ? and status in ('PENDING', 'RETURNED')",
    [requestId, version],
  );
}

function isOwn({ viewer }: Context, request: BindingRequest): boolean {
  const { subject } = viewer;
  if (subject === null || !isWithinToken(viewer, request.applicationId)) return false;
  return request.subjectId === subject || request.accountId === subject;
}

function mayLook({ viewer }: Context): boolean {
  return viewer.subject !== null && viewer.assurance !== "must-change-password";
}
