import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { notifyGuardians } from "../../use-cases/notify-guardians.js";

/** Both guardians learn that the bill is paid, so that neither pays again. */
export async function onPaymentsReceived(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.PaymentReceived">[],
): Promise<void> {
  const received = events.filter(({ payload }) => payload.outcome === "RECEIVED");
  const news = received.map(({ payload: { billId, studentId }, occurredAt }) => {
    return { kind: "PAID" as const, billId, studentId, occurredAt };
  });
  await notifyGuardians(context, news);
}
