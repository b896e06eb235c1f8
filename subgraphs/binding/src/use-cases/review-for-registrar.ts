import { waitingForRegistrar } from "../access/reviewers.js";
import type { BindingContext } from "../context.js";
import { lateBefore } from "../domain/escalation.js";
import { type ReviewRow, reviewRows } from "./review-class.js";

const mostRows = 200;

/** What waits for a school's registrar: requests that no homeroom teacher can decide, or has in time. Another's school has none. */
export async function reviewForRegistrar(context: BindingContext, schoolCode: string): Promise<ReviewRow[]> {
  const late = lateBefore(context.clock.now(), context.services.escalation);
  return reviewRows(context, await waitingForRegistrar(context, schoolCode, late, mostRows));
}
