import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import type { PaymentNotice } from "../domain/payment.js";
import type { SchoolDay } from "../domain/school-day.js";
import type {
  BookedLine,
  ExceptionKind,
  Finding,
  NotifiedPayment,
  SettlementFile,
} from "../domain/settlement.js";
import { lockBill } from "../persistence/bills.js";
import { findRefunds, lockCase, refundsOfCases } from "../persistence/payment-cases.js";
import { holdFile } from "../persistence/settlement-files.js";
import {
  billsByNumber,
  type NumberedForSettlement,
  notifiedPayments,
  settledTransactions,
} from "../persistence/settlement-lines.js";
import type { SettlementLine } from "../settlement/settlement-file.js";
import { bookPayment } from "./book-payment.js";
import { Findings } from "./line-findings.js";
import { payOutRefund } from "./pay-out-refund.js";

/** Books some lines of a file, those that are not booked yet, in the transaction that holds the file. */
export async function bookLines(
  context: PaymentsContext,
  file: SettlementFile,
  lines: readonly SettlementLine[],
): Promise<void> {
  const last = await holdFile(context.em, file.id);
  const todo = lines.filter(({ line }) => line > last);
  const known = await knownOf(context, file, todo);
  const findings = new Findings(context, file);
  for (const line of todo) {
    if (known.settled.has(line.transactionNumber)) findings.suspend(line, "DUPLICATE");
    else if (line.kind === "REFUND") await bookRefund(context, file, line, findings);
    else await bookArrival(context, file, line, known, findings);
    known.settled.add(line.transactionNumber);
  }
  await findings.write();
}

interface Known {
  settled: Set<string>;
  notified: ReadonlyMap<string, NotifiedPayment>;
  numbered: ReadonlyMap<string, NumberedForSettlement>;
}

async function knownOf(
  { em }: PaymentsContext,
  { partner }: SettlementFile,
  lines: readonly SettlementLine[],
): Promise<Known> {
  const transactions = lines.map(({ transactionNumber }) => transactionNumber);
  const settled = new Set(await settledTransactions(em, partner, transactions));
  const notified = await notifiedPayments(em, partner, transactions);
  const numbers = lines.flatMap(({ kind, reference, transactionNumber }) =>
    kind === "PAYMENT" && !notified.has(transactionNumber) ? [reference] : [],
  );
  return { settled, notified, numbered: await billsByNumber(em, numbers) };
}

async function bookArrival(
  context: PaymentsContext,
  file: SettlementFile,
  line: SettlementLine,
  { notified, numbered }: Known,
  findings: Findings,
): Promise<void> {
  const payment = notified.get(line.transactionNumber);
  if (payment) return settle(file, line, payment, findings);
  const found = numbered.get(line.reference);
  if (!found || !isInScope(file, found.schoolCode)) return findings.suspend(line, "UNKNOWN_NUMBER");
  await bookUnheard(context, file, line, found, findings);
}

/** The partner has told of it: what it told of is settled, and a difference stays on its channel's account. */
function settle(
  file: SettlementFile,
  line: SettlementLine,
  payment: NotifiedPayment,
  findings: Findings,
): void {
  const difference = line.amount - payment.amount;
  if (payment.accountNumber !== line.reference || !isInScope(file, payment.schoolCode))
    findings.suspend(line, "UNKNOWN_NUMBER");
  else findings.settle(line, payment, difference === 0 ? "MATCHED" : "AMOUNT_DIFFERS", difference);
}

/** Nobody has told of it, and the money is there: it is booked as a notice would have been. */
async function bookUnheard(
  context: PaymentsContext,
  { partner }: SettlementFile,
  line: SettlementLine,
  found: NumberedForSettlement,
  findings: Findings,
): Promise<void> {
  const bill = await lockBill(context.em, found.id);
  const finding = findingOf(bill, line);
  const payment = await bookPayment(context, bill, noticeOf(line), { partner, source: "SETTLEMENT" });
  findings.settle(line, { ...payment, schoolCode: bill.schoolCode }, finding, 0);
}

function findingOf(bill: Bill, { amount }: SettlementLine): Extract<Finding, ExceptionKind> {
  if (amount !== bill.amount) return "AMOUNT_DIFFERS";
  return bill.status === "SUPERSEDED" ? "SUPERSEDED" : "NOT_NOTIFIED";
}

/** The file knows the day of a payment alone: midnight in Taipei stands for it. */
export function noticeOf(
  line: Pick<BookedLine, "reference" | "amount" | "channel" | "transactionNumber" | "day">,
): PaymentNotice {
  return {
    accountNumber: line.reference as PayAccountNumber,
    amount: money(line.amount),
    channel: line.channel!,
    transactionNumber: line.transactionNumber,
    paidAt: startOf(line.day),
  };
}

async function bookRefund(
  context: PaymentsContext,
  file: SettlementFile,
  line: SettlementLine,
  findings: Findings,
): Promise<void> {
  const { em } = context;
  const seen = isId(line.reference)
    ? (await findRefunds(em, [line.reference])).get(line.reference)
    : undefined;
  if (!seen) return findings.suspend(line, "UNKNOWN_NUMBER");
  const of = await lockCase(em, seen.caseId);
  const refunds = (await refundsOfCases(em, [of.id])).get(of.id) ?? [];
  const refund = refunds.find(({ id }) => id === seen.id)!;
  if (refund.state === "PAID_OUT") return findings.suspend(line, "DUPLICATE");
  if (refund.state !== "APPROVED" || !isInScope(file, of.schoolCode))
    return findings.suspend(line, "UNKNOWN_NUMBER");
  if (refund.amount !== line.amount) return findings.suspend(line, "AMOUNT_DIFFERS");
  payOutRefund(context, refund, { of, refunds }, startOf(line.day));
  findings.paidOut(line, refund);
}

function isInScope({ schoolCode }: SettlementFile, code: string): boolean {
  return schoolCode === null || schoolCode === code;
}

function startOf(day: SchoolDay): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
