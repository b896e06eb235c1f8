import type { PaymentsContext } from "../context.js";
import type { Bill, BillEnding, BillItem } from "../domain/bill.js";
import { money } from "../domain/money.js";
import { AlreadyPaid } from "../domain/refusals.js";
import { type SchoolDay, schoolDay } from "../domain/school-day.js";
import { checkContent, type DraftContent } from "./bill-content.js";
import { type BillChange, endBill } from "./end-bill.js";
import { reducePaidBill } from "./reduce-paid-bill.js";
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
 * content (BAD_INPUT), so other lines of an overdue bill want a new day too. A bill that is paid stays, and what it asks no
 * more for is owed back; nothing more can be asked by it (ALREADY_PAID).
 */
export function amendBill(context: PaymentsContext, request: AmendBillRequest): Promise<Bill> {
  return endBill(context, request, (context, bill, ending) =>
    bill.status === "PAID"
      ? amendPaid(context, bill, request, ending)
      : replaceBill(context, bill, amended(bill, request, ending.at), ending),
  );
}

/** Money that has arrived is not asked for anew, so a paid bill can only be made smaller. */
async function amendPaid(
  context: PaymentsContext,
  bill: Bill,
  { items, dueDate }: AmendBillRequest,
  ending: BillEnding,
): Promise<Bill> {
  if (items === null || dueDate !== null) throw new AlreadyPaid();
  const { amount } = checkContent({ title: bill.title, items, dueDate: schoolDay(ending.at) }, ending.at);
  if (amount === bill.asked && bill.reduced > 0) return bill;
  if (amount >= bill.asked) throw new AlreadyPaid();
  return reducePaidBill(
    context,
    bill,
    { amount: money(bill.asked - amount), kind: "PAID_BILL_REDUCED" },
    ending,
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
