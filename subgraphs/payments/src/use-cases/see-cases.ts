import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { seesStudent } from "../access/bills.js";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { Payment } from "../domain/payment.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { Refund } from "../domain/refund.js";
import {
  billsForCredit,
  casesOfBills,
  casesOfSchool,
  findPaymentsById,
  likelyPayers,
  refundsOfCases,
} from "../persistence/payment-cases.js";

/** The school's cases, newest first; `isOpen` null: all of them. */
export function listCases(
  context: PaymentsContext,
  { schoolCode, isOpen }: { schoolCode: string; isOpen: boolean | null },
  request: PageRequest,
): Promise<Page<PaymentCase>> {
  return page(
    context,
    `paymentCases:${schoolCode}:${isOpen}`,
    request,
    (key, limit) =>
      casesOfSchool(context.em, schoolCode, { after: key === null ? null : String(key[0]), limit, isOpen }),
    ({ id }) => [id],
  );
}

/** What was decided about a case's money, oldest first. */
export async function refundsOf(context: PaymentsContext, { id }: PaymentCase): Promise<readonly Refund[]> {
  return (await batched(context, refundsByCase, id)) ?? [];
}

const refundsByCase = defineBatch<string, Refund[], PaymentsServices>(({ em }, ids) =>
  refundsOfCases(em, ids),
);

/** The money that a case is about, as it arrived. */
export async function paymentOf(context: PaymentsContext, { id, paymentId }: PaymentCase): Promise<Payment> {
  const payment = await batched(context, paymentsById, paymentId);
  if (!payment) throw new Error(`The case ${id} has no payment.`);
  return payment;
}

const paymentsById = defineBatch<string, Payment, PaymentsServices>(({ em }, ids) =>
  findPaymentsById(em, ids),
);

/** The bills that what is left of the case could settle. */
export async function creditableBills(context: PaymentsContext, of: PaymentCase): Promise<Bill[]> {
  const open = of.openAmount(await refundsOf(context, of));
  return open > 0 ? billsForCredit(context.em, of, open) : [];
}

/** The money that was paid for a bill and is owed back, or waits, for whoever may see the bill. */
export async function casesOf(context: PaymentsContext, { id }: Bill): Promise<PaymentCase[]> {
  return (await batched(context, casesByBill, id)) ?? [];
}

const casesByBill = defineBatch<string, PaymentCase[], PaymentsServices>(({ em }, ids) =>
  casesOfBills(em, ids),
);

/**
 * Whether the viewer is the guardian who is asked where to pay it back: the one who had begun to pay by that channel; where
 * nobody knows who paid, each who is bound.
 */
export async function mayGiveAccount(context: PaymentsContext, of: PaymentCase): Promise<boolean> {
  const { subject } = context.viewer;
  if (of.closedAt || subject === null || !(await seesStudent(context, of.studentId))) return false;
  const payers = await batched(context, payersByCase, of.id);
  return payers?.has(subject) ?? true;
}

const payersByCase = defineBatch<string, ReadonlySet<string>, PaymentsServices>(({ em, clock }, ids) =>
  likelyPayers(em, ids, clock.now()),
);
