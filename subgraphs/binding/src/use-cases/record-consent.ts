import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnApplication } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import { ConsentNotCurrent } from "../domain/refusals.js";
import { keepConsentText } from "../persistence/consent-texts.js";

export interface RecordConsent {
  applicationId: string;
  /** Of the notice that was shown. */
  version: string;
  /** When its end came into view, by the guardian's clock. */
  scrolledToEndAt: Date;
}

/** Writes down that the guardian read the notice in force to its end and agreed, when and from where; the text is kept. */
export function recordConsent(context: BindingContext, input: RecordConsent): Promise<Application> {
  return transaction(context, async (context) => {
    const { notice } = context.services;
    const application = await lockOwnApplication(context, input.applicationId);
    application.mustBeDraft();
    if (input.version !== notice.version) throw new ConsentNotCurrent({ currentVersion: notice.version });
    application.agree({
      version: notice.version,
      digest: await keepConsentText(context.em, notice),
      scrolledToEndAt: input.scrolledToEndAt.toISOString(),
      agreedAt: context.clock.now().toISOString(),
      address: context.viewer.address,
    });
    return application;
  });
}
