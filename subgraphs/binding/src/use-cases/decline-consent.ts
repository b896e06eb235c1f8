import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnApplication } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import { requestsOf } from "../persistence/applications.js";

/** 不同意並退出: ends the draft. Without consent nothing about the students may be kept, so their requests go. */
export function declineConsent(context: BindingContext, applicationId: string): Promise<Application> {
  return transaction(context, async (context) => {
    const application = await lockOwnApplication(context, applicationId);
    application.decline();
    for (const request of await requestsOf(context, applicationId)) context.em.remove(request);
    return application;
  });
}
