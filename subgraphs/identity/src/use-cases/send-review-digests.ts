import { transaction } from "@campus-graph/kit/sql/transaction";
import { isSchoolDay } from "@campus-graph/kit/text/school-days";
import type { IdentityContext } from "../context.js";
import { teachersWithWaitingReviews } from "../persistence/waiting-reviews.js";
import { requestDelivery } from "./request-delivery.js";

/** A digest that could not go in the morning is not of that morning any more. */
const latestMs = 3 * 60 * 60_000;

/** On a school day each teacher with waiting requests is written to, once. */
export async function sendReviewDigests(context: IdentityContext, day: string): Promise<void> {
  const { holidays, digestAt } = context.services.deliveries;
  const due = new Date(`${day}T${digestAt}:00+08:00`);
  const isLate = context.clock.now().getTime() - due.getTime() > latestMs;
  if (isLate || !isSchoolDay(day, holidays)) return;
  await transaction(context, async (context) => {
    for (const subjectId of await teachersWithWaitingReviews(context))
      await requestDelivery(context, { subjectId, template: "review-digest", ids: { day }, occasion: day });
  });
}
