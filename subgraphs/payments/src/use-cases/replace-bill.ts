import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { PaymentsContext } from "../context.js";
import { Bill, type BillEnding, type BillItem } from "../domain/bill.js";
import { money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { NothingAmended } from "../domain/refusals.js";
import type { SchoolDay } from "../domain/school-day.js";
import { billIssued, billUndone } from "../ledger/transfer.js";
import { findBills, insertBills } from "../persistence/bills.js";
import { moveOpenClaims } from "../persistence/payment-claims.js";
import { schoolNameOf } from "../persistence/students.js";
import { post } from "../persistence/transfers.js";
import { agreementOf } from "./agree-with-bank.js";
import { checkChannels } from "./check-channels.js";
import { drawAccountNumbers } from "./draw-account-numbers.js";
import { factsOf } from "./end-bill.js";

/** What the new bill asks for. */
export interface Replacement {
  items: readonly BillItem[];
  dueDate: SchoolDay;
  /** Its number, where it is known beforehand, as the sandbox's is; drawn otherwise. */
  accountNumber?: PayAccountNumber;
}

/**
 * Puts a new bill with a number of its own in the place of one that is held; the old number is retired, and whoever is
 * paying it just now is shown as paying the new one. Answers the new bill, and the one that stands already where the
 * same cashier asks for the same again. It is paid by the channels that were chosen for the old one. Refuses as `Bill.checkChangeable` does, and a bill that would say the same
 * (NOTHING_AMENDED), or that none of those channels takes (CHANNEL_NOT_ENABLED).
 */
export async function replaceBill(
  context: PaymentsContext,
  bill: Bill,
  replacement: Replacement,
  ending: BillEnding,
): Promise<Bill> {
  const { em, newId } = context;
  const repeated = await madeBefore(context, bill, replacement, ending);
  if (repeated) return repeated;
  bill.checkChangeable();
  if (asksFor(bill, replacement)) throw new NothingAmended();
  const next = await newBill(context, bill, replacement, ending);
  await insertBills(em, [next]);
  bill.replaceBy(next, ending);
  await moveOpenClaims(em, { from: bill.id, to: next.id, now: ending.at });
  await post(em, [...billUndone(newId, bill, ending.at), ...billIssued(newId, next)]);
  recordEvent(em, {
    type: "payments.BillAmended",
    key: next.id,
    payload: { ...factsOf(next), replacedBillId: bill.id, amendedAt: ending.at.toISOString() },
    occurredAt: ending.at,
  });
  const { reason } = ending;
  await recordAudit(context, {
    act: "replaceBill",
    object: `bill:${bill.id}`,
    detail: { reason, newBillId: next.id, amount: next.amount, dueDate: next.dueDate },
  });
  return next;
}

async function madeBefore(
  { em }: PaymentsContext,
  { replacedById, endedBy }: Bill,
  replacement: Replacement,
  { by }: BillEnding,
): Promise<Bill | null> {
  if (replacedById === null || endedBy !== by) return null;
  const [made] = await findBills(em, [replacedById]);
  return made && asksFor(made, replacement) ? made : null;
}

function asksFor(bill: Bill, { items, dueDate }: Replacement): boolean {
  return bill.dueDate === dueDate && linesOf(bill.items) === linesOf(items);
}

function linesOf(items: readonly BillItem[]): string {
  return JSON.stringify(items.map(({ name, amount, waived = 0 }) => [name, amount, waived]));
}

/** It is issued now, under what the school agrees with its bank now. */
async function newBill(
  context: PaymentsContext,
  { title, schoolCode, schoolName, studentId, channels }: Bill,
  { items, dueDate, accountNumber }: Replacement,
  { at, by }: BillEnding,
): Promise<Bill> {
  const amount = money(items.reduce((sum, item) => sum + item.amount, 0));
  const agreement = await agreementOf(context, schoolCode);
  await checkChannels(context, agreement, channels, amount);
  return new Bill({
    id: context.newId(),
    accountNumber: accountNumber ?? (await drawAccountNumbers(context, agreement, amount, 1))[0]!,
    title,
    items,
    amount,
    dueDate,
    issuerId: agreement.id,
    schoolCode,
    schoolName: (await schoolNameOf(context.em, schoolCode)) ?? schoolName,
    studentId,
    issuedAt: at,
    issuedBy: by,
    channels,
  });
}
