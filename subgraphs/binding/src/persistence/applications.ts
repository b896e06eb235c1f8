import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { type Context, subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Application } from "../domain/application.js";
import { BindingRequest } from "../domain/request.js";

/** The viewer's own application, locked for an edit. Another's answers as a missing one (NOT_FOUND). */
export async function lockOwnApplication(context: Context, applicationId: string): Promise<Application> {
  const application =
    isId(applicationId) && isWithinToken(context.viewer, applicationId)
      ? await context.em.findOne(
          Application,
          { id: applicationId, subjectId: subjectOf(context) },
          { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
        )
      : null;
  if (!application) throw new NotFound();
  return application;
}

/** The viewer's own request, locked for an edit, with the same answer for another's and a missing one. */
export async function lockOwnRequest(context: Context, requestId: string): Promise<BindingRequest> {
  const request = isId(requestId)
    ? await context.em.findOne(
        BindingRequest,
        { id: requestId, subjectId: subjectOf(context) },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      )
    : null;
  if (!request || !isWithinToken(context.viewer, request.applicationId)) throw new NotFound();
  return request;
}

/** The subject's draft that stands; without one, a new one of that id. Of two at once one is made, and both find it. */
export async function openDraft(
  em: EntityManager,
  { id, subjectId, startedAt }: Pick<Application, "id" | "subjectId" | "startedAt">,
): Promise<Application> {
  await em.execute(
    `insert into application (id, subject_id, started_at, status) values (?, ?, ?, 'DRAFT')
     on conflict (subject_id) where status = 'DRAFT' do nothing`,
    [id, subjectId, startedAt],
  );
  return em.findOneOrFail(Application, { subjectId, status: "DRAFT" });
}

/** The requests of one application, in the order in which they were added. */
export function requestsOf(context: Context, applicationId: string): Promise<BindingRequest[]> {
  return context.em.find(BindingRequest, { applicationId }, { orderBy: { id: "asc" } });
}

/** A token may be good for one application only; it then reaches no other of the same subject. */
export function isWithinToken(viewer: Viewer, applicationId: string): boolean {
  return viewer.applicationId === null || viewer.applicationId === applicationId;
}
