import type { IdentityContext } from "../context.js";
import { usualChoice } from "../domain/delivery.js";
import { guardiansWhoWish } from "../persistence/delivery-facts.js";
import { requestDelivery } from "./request-delivery.js";

export interface IssuedBill {
  billId: string;
  studentId: string;
}

/** Of a batch's bills the guardians are written to who wish it; for all others one statement looks, and nothing is written. */
export async function notifyOfBills(context: IdentityContext, bills: readonly IssuedBill[]): Promise<void> {
  const studentIds = [...new Set(bills.map(({ studentId }) => studentId))];
  const wishing = Map.groupBy(
    await guardiansWhoWish(context, studentIds, "BILLS", usualChoice.BILLS.PUSH),
    ({ studentId }) => studentId,
  );
  for (const { billId, studentId } of bills)
    for (const { subjectId } of wishing.get(studentId) ?? [])
      await requestDelivery(context, {
        subjectId,
        template: "bill-issued",
        ids: { billId, studentId },
        occasion: billId,
      });
}
