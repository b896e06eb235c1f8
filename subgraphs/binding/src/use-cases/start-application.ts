import { subjectOf } from "@campus-graph/kit/context";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import { openDraft } from "../persistence/applications.js";

/** The viewer's open draft; a new one under the id given when there is none. Two starts at once find the same. */
export function startApplication(context: BindingContext, applicationId: string): Promise<Application> {
  const subjectId = subjectOf(context);
  return transaction(context, ({ em, clock }) =>
    openDraft(em, { id: applicationId, subjectId, startedAt: clock.now() }),
  );
}
