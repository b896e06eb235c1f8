import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnApplication } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import { requestsOf } from "../persistence/applications.js";

export interface RemoveStudent {
  applicationId: string;
  requestId: string;
}

/** Takes a student out of the viewer's draft; nothing of them is kept. */
export function removeStudentFromApplication(
  context: BindingContext,
  { applicationId, requestId }: RemoveStudent,
): Promise<Application> {
  return transaction(context, async (context) => {
    const application = await lockOwnApplication(context, applicationId);
    application.change(context.clock.now());
    const request = (await requestsOf(context, applicationId)).find(({ id }) => id === requestId);
    if (!request) throw new NotFound();
    context.em.remove(request);
    return application;
  });
}
