import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { notifyOfBills } from "../../use-cases/notify-of-bills.js";

/** A whole school is billed in one act. */
export function onBillsIssued(
  context: IdentityContext,
  events: readonly ReceivedEvent<"payments.BillIssued">[],
): Promise<void> {
  return notifyOfBills(
    context,
    events.map(({ payload }) => payload),
  );
}
