import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { notifyGuardians } from "../../use-cases/notify-guardians.js";

type BillChanged = "payments.BillAmended" | "payments.BillWaived" | "payments.BillVoided";

/** Both guardians learn what is asked for now: a new bill in the old one's place, or nothing of a bill that is waived. */
export function onBillsAmended(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.BillAmended" | "payments.BillWaived">[],
): Promise<void> {
  return tell(context, "AMENDED", events);
}

/** And that nothing is asked for any more. */
export function onBillsVoided(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.BillVoided">[],
): Promise<void> {
  return tell(context, "VOIDED", events);
}

async function tell(
  context: PaymentsContext,
  kind: "AMENDED" | "VOIDED",
  events: readonly ReceivedEvent<BillChanged>[],
): Promise<void> {
  const news = events.map(({ payload: { billId, studentId }, occurredAt }) => ({
    kind,
    billId,
    studentId,
    occurredAt,
  }));
  await notifyGuardians(context, news);
}
