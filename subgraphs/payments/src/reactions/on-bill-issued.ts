import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { PaymentsContext } from "../services.js";
import { tellGuardians } from "../use-cases/tell-guardians.js";

export async function onBillIssued(
  context: PaymentsContext,
  { payload: { billId, studentId }, occurredAt }: ReceivedEvent<"payments.BillIssued">,
): Promise<void> {
  await tellGuardians(context, { kind: "ISSUED", billId, studentId, occurredAt });
}
