import { subjectOf } from "@campus-graph/kit/context";
import { transaction } from "@campus-graph/kit/transaction";
import type { BindingContext } from "../context.js";
import { Application } from "../domain/application.js";

/** The viewer's open draft; a new one under the id given when there is none. Two starts at once find the same. */
export function startApplication(context: BindingContext, applicationId: string): Promise<Application> {
  return transaction(context, async ({ em, clock }) => {
    const subjectId = subjectOf(context);
    await em.execute(
      `insert into application (id, subject_id, started_at, status) values (?, ?, ?, 'DRAFT')
       on conflict (subject_id) where status = 'DRAFT' do nothing`,
      [applicationId, subjectId, clock.now()],
    );
    return em.findOneOrFail(Application, { subjectId, status: "DRAFT" });
  });
}
