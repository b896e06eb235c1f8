import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { type Context, subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import { LockMode } from "@mikro-orm/core";
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

/** A token may be good for one application only; it then reaches no other of the same subject. */
export function isWithinToken(viewer: Viewer, applicationId: string): boolean {
  return viewer.applicationId === null || viewer.applicationId === applicationId;
}
