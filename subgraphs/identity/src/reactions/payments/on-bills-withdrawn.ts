import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { withdrawBills } from "../../use-cases/withdraw-bills.js";

/** Nobody is told of the former bill as of a new one from now on, but of the one in its place. */
export function onBillsAmended(
  context: IdentityContext,
  events: readonly ReceivedEvent<"payments.BillAmended">[],
): Promise<void> {
  return withdrawBills(
    context,
    events.map(({ payload: { billId, replacedBillId } }) => ({ billId: replacedBillId, replacedBy: billId })),
  );
}

/** Nothing is asked for by the bill any more. */
export function onBillsWithdrawn(
  context: IdentityContext,
  events: readonly ReceivedEvent<"payments.BillVoided" | "payments.BillWaived">[],
): Promise<void> {
  return withdrawBills(
    context,
    events.map(({ payload: { billId } }) => ({ billId, replacedBy: null })),
  );
}
