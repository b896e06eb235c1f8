import { recordEvent } from "@campus-graph/kit/events/outbox";
import { numberBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import type { Bill, BillEnding, BillItem } from "../domain/bill.js";
import { money } from "../domain/money.js";
import { billWaived } from "../ledger/transfer.js";
import { findBills } from "../persistence/bills.js";
import { post } from "../persistence/transfers.js";
import { type BillChange, endBill, factsOf } from "./end-bill.js";
import { reducePaidBill } from "./reduce-paid-bill.js";
import { replaceBill } from "./replace-bill.js";

export interface WaiveRequest extends BillChange {
  /** The line that is waived, by its name on the bill. */
  itemName: string;
  /** How much of it, in whole NT$. */
  amount: number;
}

/**
 * The school asks for less of one line (減免、補助): a new bill asks for the rest under a number of its own. Where nothing is
 * left to pay, the bill itself is WAIVED. What is waived of a paid bill is owed back. Refuses a line that is not there or asks for less than that (BAD_INPUT), and a
 * bill that cannot be changed. Asked again by the same cashier it changes nothing.
 */
export function waive(context: PaymentsContext, request: WaiveRequest): Promise<Bill> {
  return endBill(context, request, async (context, bill, ending) => {
    const repeated = await waivedBefore(context, bill, request, ending);
    if (repeated) return repeated;
    if (bill.status === "PAID") return waivePaid(context, bill, request, ending);
    bill.checkChangeable();
    const items = waived(bill.items, request);
    const { dueDate } = bill;
    if (items.some(({ amount }) => amount > 0)) return replaceBill(context, bill, { items, dueDate }, ending);
    return waiveWhole(context, bill, ending);
  });
}

/** What of a paid bill is waived is owed back. */
function waivePaid(
  context: PaymentsContext,
  bill: Bill,
  request: WaiveRequest,
  ending: BillEnding,
): Promise<Bill> {
  waived(bill.items, request);
  if (request.amount > bill.asked)
    throw new BadInput({ field: "amount", rule: numberBetween(1, bill.asked) });
  return reducePaidBill(context, bill, { amount: money(request.amount), kind: "PAID_FEE_WAIVED" }, ending);
}

/** The second of two equal clicks finds what the first has done; a second waiver in earnest names the bill that stands now. */
async function waivedBefore(
  { em }: PaymentsContext,
  bill: Bill,
  { itemName, amount }: WaiveRequest,
  { by, reason }: BillEnding,
): Promise<Bill | null> {
  if (bill.endedBy !== by || bill.endReason !== reason) return null;
  if (bill.status === "WAIVED") return bill;
  if (bill.replacedById === null) return null;
  const [next] = await findBills(em, [bill.replacedById]);
  const waivedNow = waivedOf(next?.items ?? [], itemName) - waivedOf(bill.items, itemName);
  return next && waivedNow === amount ? next : null;
}

function waivedOf(items: readonly BillItem[], itemName: string): number {
  return items.find(({ name }) => name === itemName.trim())?.waived ?? 0;
}

function waived(items: readonly BillItem[], { itemName, amount }: WaiveRequest): BillItem[] {
  const place = items.findIndex(({ name }) => name === itemName.trim());
  const item = items[place];
  if (!item)
    throw new BadInput({
      field: "itemName",
      rule: {
        "zh-TW": `請選擇繳費單上的項目：${items.map(({ name }) => name).join("、")}。`,
        en: `Choose a line of the bill: ${items.map(({ name }) => name).join(", ")}.`,
      },
    });
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > item.amount)
    throw new BadInput({ field: "amount", rule: numberBetween(1, item.amount) });
  const left = { ...item, amount: item.amount - amount, waived: (item.waived ?? 0) + amount };
  return items.with(place, left);
}

async function waiveWhole(context: PaymentsContext, bill: Bill, ending: BillEnding): Promise<Bill> {
  bill.waive(ending);
  await post(context.em, billWaived(context.newId, bill, ending.at));
  recordEvent(context.em, {
    type: "payments.BillWaived",
    key: bill.id,
    payload: { ...factsOf(bill), waivedAt: ending.at.toISOString() },
    occurredAt: ending.at,
  });
  const { reason } = ending;
  await recordAudit(context, { act: "waive", object: `bill:${bill.id}`, detail: { reason } });
  return bill;
}
