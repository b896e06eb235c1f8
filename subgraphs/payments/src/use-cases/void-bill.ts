import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import type { Bill, BillEnding } from "../domain/bill.js";
import { billUndone } from "../ledger/transfer.js";
import { post } from "../persistence/transfers.js";
import { type BillChange, endBill, factsOf } from "./end-bill.js";

/**
 * The school takes a bill back: nothing of it is due, its guardians are told, and money that arrives all the same is owed
 * back. Refuses a bill that is paid (ALREADY_PAID), replaced (SUPERSEDED) or waived (BILL_ENDED). Asked again it changes
 * nothing.
 */
export function voidBill(context: PaymentsContext, change: BillChange): Promise<Bill> {
  return endBill(context, change, async (context, bill, ending) => {
    if (bill.status !== "VOIDED") await takeBack(context, bill, ending);
    return bill;
  });
}

/** Takes back a bill that is held. */
export async function takeBack(context: PaymentsContext, bill: Bill, ending: BillEnding): Promise<void> {
  bill.checkChangeable();
  bill.void(ending);
  await post(context.em, billUndone(context.newId, bill, ending.at));
  recordEvent(context.em, {
    type: "payments.BillVoided",
    key: bill.id,
    payload: { ...factsOf(bill), voidedAt: ending.at.toISOString() },
    occurredAt: ending.at,
  });
  const { reason } = ending;
  await recordAudit(context, { act: "voidBill", object: `bill:${bill.id}`, detail: { reason } });
}
