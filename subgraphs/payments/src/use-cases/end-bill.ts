import { subjectOf } from "@campus-graph/kit/context";
import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, NotFound } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill, BillEnding } from "../domain/bill.js";
import { lockBill } from "../persistence/bills.js";

const longestReason = 200;

/** Which bill is not to be paid as it is, and why; the guardians read the reason. */
export interface BillChange {
  billId: string;
  reason: string;
}

/**
 * Holds the bill and ends it. No payment can settle it meanwhile: of a cashier and a partner at once, whoever comes second
 * sees what the first has done. Refuses (NOT_FOUND) a bill that the viewer may not see.
 */
export async function endBill(
  context: PaymentsContext,
  { billId, reason }: BillChange,
  end: (context: PaymentsContext, bill: Bill, ending: BillEnding) => Promise<Bill>,
): Promise<Bill> {
  if (!isId(billId) || !(await seeBill(context, billId))) throw new NotFound();
  const said = reason.trim();
  if (said.length < 1 || said.length > longestReason)
    throw new BadInput({ field: "reason", rule: charactersBetween(1, longestReason) });
  return transaction(context, async (context) => {
    const bill = await lockBill(context.em, billId);
    const ending = { at: context.clock.now(), by: subjectOf(context), reason: said };
    return end(context, bill, ending);
  });
}

/** What an event says of a bill, whatever has happened to it. */
export function factsOf({ id: billId, accountNumber, studentId, schoolCode, amount }: Bill) {
  return { billId, accountNumber, studentId, schoolCode, amount };
}
