import { lastsAt, textArray } from "@campus-graph/kit/auth/visibility";
import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Bill } from "../domain/bill.js";
import { Payment } from "../domain/payment.js";
import { PaymentCase } from "../domain/payment-case.js";
import { Refund } from "../domain/refund.js";
import { studentPrefix } from "./guardians.js";

/** Where a page of cases goes on, and how far; newest first. */
export interface CaseRange {
  /** The id to go on after. */
  after: string | null;
  limit: number;
  isOpen: boolean | null;
}

export function casesOfSchool(
  em: EntityManager,
  schoolCode: string,
  { after, limit, isOpen }: CaseRange,
): Promise<PaymentCase[]> {
  return em.find(
    PaymentCase,
    {
      schoolCode,
      ...(after ? { id: { $lt: after } } : {}),
      ...(isOpen === null ? {} : { closedAt: isOpen ? null : { $ne: null } }),
    },
    { orderBy: { id: "desc" }, limit },
  );
}

export async function findCases(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaymentCase>> {
  const found = await em.find(PaymentCase, { id: { $in: [...ids] } });
  return new Map(found.map((each) => [each.id, each]));
}

/** The cases of each of the bills, oldest first. */
export async function casesOfBills(
  em: EntityManager,
  billIds: readonly string[],
): Promise<ReadonlyMap<string, PaymentCase[]>> {
  const found = await em.find(PaymentCase, { billId: { $in: [...billIds] } }, { orderBy: { id: "asc" } });
  return Map.groupBy(found, ({ billId }) => billId);
}

/** The case as it is now, held until the transaction ends: what is decided about its money is decided one at a time. */
export function lockCase(em: EntityManager, id: string): Promise<PaymentCase> {
  return em.findOneOrFail(PaymentCase, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

export async function refundsOfCases(
  em: EntityManager,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Refund[]>> {
  const found = await em.find(
    Refund,
    { caseId: { $in: [...caseIds] } },
    { orderBy: { id: "asc" }, refresh: true },
  );
  return Map.groupBy(found, ({ caseId }) => caseId);
}

export async function findRefunds(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Refund>> {
  const found = await em.find(Refund, { id: { $in: [...ids] } });
  return new Map(found.map((each) => [each.id, each]));
}

export async function findPaymentsById(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Payment>> {
  const found = await em.find(Payment, { id: { $in: [...ids] } });
  return new Map(found.map((each) => [each.id, each]));
}

/** Unpaid bills of the student and school that ask for no more than that, oldest first. */
export function billsForCredit(
  em: EntityManager,
  { schoolCode, studentId }: PaymentCase,
  most: number,
): Promise<Bill[]> {
  return em.find(
    Bill,
    { studentId, schoolCode, status: "UNPAID", amount: { $lte: most as Bill["amount"] } },
    { orderBy: { id: "asc" }, limit: 100 },
  );
}

/** Approved refunds of the school whose payee is known, with their cases, held: what the bank is to pay. */
export async function lockPayableRefunds(
  em: EntityManager,
  schoolCode: string,
  most: number,
): Promise<{ refund: Refund; of: PaymentCase }[]> {
  const rows = await em.execute<{ id: string; case_id: string }[]>(
    `select refund.id, case_id from refund join payment_case on payment_case.id = case_id
     where school_code = ? and state = 'APPROVED' and payee_account is not null
     order by refund.id limit ?`,
    [schoolCode, most],
  );
  const cases = await em.find(
    PaymentCase,
    { id: { $in: rows.map(({ case_id }) => case_id) } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: "asc" } },
  );
  const refunds = await em.find(Refund, { id: { $in: rows.map(({ id }) => id) } }, { refresh: true });
  const caseById = new Map(cases.map((each) => [each.id, each]));
  return refunds.flatMap((refund) => {
    const of = caseById.get(refund.caseId);
    return of && refund.state === "APPROVED" && of.payeeAccount !== null ? [{ refund, of }] : [];
  });
}

/**
 * By case, the guardians who are bound to the student now and had begun to pay the bill through the payment's channel before
 * it came: most likely its payers. A case of which nobody knows is absent.
 */
export async function likelyPayers(
  em: EntityManager,
  caseIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await em.execute<{ id: string; subject: string }[]>(
    `select distinct payment_case.id, subject from payment_case
     join payment on payment.id = payment_id
     join payment_claim as claim on claim.bill_id = payment_case.bill_id and claim.channel = payment.channel
       and started_at <= received_at
     join visibility on object = '${studentPrefix}' || payment_case.student_id and viewer = subject
       and ${lastsAt("?")}
     where payment_case.id = any(?::uuid[])`,
    [now, textArray(caseIds)],
  );
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, rows]) => [
      id,
      new Set(rows.map(({ subject }) => subject)),
    ]),
  );
}
