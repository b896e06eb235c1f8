import type { PaymentsContext } from "../context.js";
import type { Bill, BillItem } from "../domain/bill.js";
import type { SchoolDay } from "../domain/school-day.js";
import { checkContent, type DraftContent } from "./bill-content.js";
import { type BillChange, endBill } from "./end-bill.js";
import { type Replacement, replaceBill } from "./replace-bill.js";

export interface AmendBillRequest extends BillChange {
  /** The lines that it shall have; null to leave them. */
  items: DraftContent["items"] | null;
  /** The new last day to pay; null to leave it. */
  dueDate: SchoolDay | null;
}

/**
 * Asks for something else in a bill's place: other lines or another day, by a new bill with a number of its own, since a
 * number is good for one amount only. What is waived of a line stays waived while the line does. The guardians are told,
 * and money paid under the old number is not lost: see `notifyPayment`. Refuses what `issueBills` refuses of a bill's
 * content (BAD_INPUT), so other lines of an overdue bill want a new day too.
 */
export function amendBill(context: PaymentsContext, request: AmendBillRequest): Promise<Bill> {
  return endBill(context, request, (context, bill, ending) =>
    replaceBill(context, bill, amended(bill, request, ending.at), ending),
  );
}

function amended(bill: Bill, { items, dueDate }: AmendBillRequest, now: Date): Replacement {
  const day = dueDate ?? bill.dueDate;
  if (items === null && dueDate === null) return { items: bill.items, dueDate: day };
  const checked = checkContent(
    { title: bill.title, items: items ?? bill.items.filter(({ amount }) => amount > 0), dueDate: day },
    now,
  );
  return { items: items === null ? bill.items : keepWaivers(checked.items, bill), dueDate: day };
}

function keepWaivers(items: readonly BillItem[], { items: before }: Bill): BillItem[] {
  const waivers = new Map(before.map(({ name, waived }) => [name, waived]));
  return items.map((item) => {
    const waived = waivers.get(item.name);
    waivers.delete(item.name);
    return waived ? { ...item, waived } : item;
  });
}
