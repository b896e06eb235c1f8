import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../../context.js";
import { notifyGuardians } from "../../use-cases/notify-guardians.js";

/** A whole school is billed in one act. */
export async function onBillsIssued(
  context: PaymentsContext,
  events: readonly ReceivedEvent<"payments.BillIssued">[],
): Promise<void> {
  const news = events.map(({ payload: { billId, studentId }, occurredAt }) => {
    return { kind: "ISSUED" as const, billId, studentId, occurredAt };
  });
  await notifyGuardians(context, news);
}
