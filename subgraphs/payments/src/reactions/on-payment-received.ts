import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../services.js";
import { tellGuardians } from "../use-cases/tell-guardians.js";

/** Both guardians learn that the bill is paid, so that neither pays again. */
export async function onPaymentReceived(
  context: PaymentsContext,
  { payload: { billId, studentId, outcome }, occurredAt }: ReceivedEvent<"payments.PaymentReceived">,
): Promise<void> {
  if (outcome === "RECEIVED") await tellGuardians(context, { kind: "PAID", billId, studentId, occurredAt });
}
