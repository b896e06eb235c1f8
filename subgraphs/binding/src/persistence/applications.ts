import type { Context } from "@campus-graph/kit/context";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Application } from "../domain/application.js";
import { BindingRequest } from "../domain/request.js";

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
