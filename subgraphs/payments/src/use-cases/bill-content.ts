import { BadInput } from "@campus-graph/kit/refusal";
import type { BillItem } from "../domain/bill.js";
import { isMoney, largestBillNtd, type Money, money, total } from "../domain/money.js";
import { type SchoolDay, schoolDay } from "../domain/school-day.js";

const longestTitle = 60;
const longestItemName = 40;
const mostItems = 30;

/** What a cashier wrote, before it is checked. */
export interface DraftContent {
  title: string;
  items: readonly { name: string; amount: number }[];
  dueDate: SchoolDay;
}

/** What a bill says, checked. */
export interface BillContent {
  title: string;
  items: BillItem[];
  amount: Money;
  dueDate: SchoolDay;
}

/** Checks what a bill is to say. Refuses (BAD_INPUT) naming the field. */
export function checkContent(draft: DraftContent, now: Date): BillContent {
  const items = draft.items.map((item) => ({
    name: checkText("items.name", item.name, longestItemName),
    amount: checkAmount("items.amount", item.amount),
  }));
  if (items.length < 1 || items.length > mostItems)
    throw new BadInput({ field: "items", rule: `1–${mostItems}` });
  const today = schoolDay(now);
  if (draft.dueDate < today) throw new BadInput({ field: "dueDate", rule: `≥ ${today}` });
  return {
    title: checkText("title", draft.title, longestTitle),
    items,
    amount: checkAmount("items", total(items.map(({ amount }) => amount))),
    dueDate: draft.dueDate,
  };
}

function checkAmount(field: string, amount: number): Money {
  if (!isMoney(amount)) throw new BadInput({ field, rule: `NT$1–${largestBillNtd}` });
  return money(amount);
}

function checkText(field: string, text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length < 1 || trimmed.length > longest) throw new BadInput({ field, rule: `1–${longest}` });
  return trimmed;
}
