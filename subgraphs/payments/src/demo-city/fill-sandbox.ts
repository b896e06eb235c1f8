import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import { Bill } from "../domain/bill.js";
import { money } from "../domain/money.js";
import { composePayAccountNumber } from "../domain/pay-account-number.js";
import { Payment } from "../domain/payment.js";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import { paymentReceived } from "../ledger/transfer.js";
import { lockBill } from "../persistence/bills.js";
import { currentAgreement } from "../persistence/collection-agreements.js";
import { findPayment, insertPayment } from "../persistence/payments.js";
import { rememberStudent } from "../persistence/students.js";
import { agreementOf, agreeWithBank } from "../use-cases/agree-with-bank.js";
import { issueBills } from "../use-cases/issue-bills.js";
import { replaceBill } from "../use-cases/replace-bill.js";
import { takeBack } from "../use-cases/void-bill.js";
import { type SandboxBill, sandbox, sandboxBills, sandboxReplacement } from "./sandbox-bills.js";

const daysToPay = 365;
const daysPastDue = 30;

/** The partners' sandbox: rows, so that the code by which a partner is answered is the code of every day. */
export const fillSandbox: SeedStep<PaymentsServices> = {
  name: "the partners' sandbox",
  ready: async () => true,
  async run(context) {
    await transaction(context, openSchool);
    for (const bill of sandboxBills) await fill(context, bill);
  },
};

async function openSchool(context: PaymentsContext): Promise<void> {
  const { schoolCode, schoolName, prefix, studentId, classId, maskedName } = sandbox;
  await rememberStudent(context.em, {
    id: studentId,
    schoolCode,
    schoolName,
    classId,
    seatNumber: 1,
    maskedName,
  });
  if (await currentAgreement(context.em, schoolCode)) return;
  const terms = context.services.issuerTerms;
  if (!terms) throw new Error("The demo city needs the demo's terms.");
  const { firstPrefix: _, ...agreed } = terms;
  await agreeWithBank(context, { ...agreed, schoolCode, prefix });
}

async function fill(context: PaymentsContext, bill: SandboxBill): Promise<void> {
  const { schoolCode, studentId, prefix } = sandbox;
  const { serial, amount, state } = bill;
  const request = {
    schoolCode,
    title: `測試繳費單 ${state}`,
    dueDate: daysAfter(schoolDay(context.clock.now()), daysToPay),
    items: [{ name: "測試", amount }],
    classIds: [],
    studentIds: [studentId],
    channels: null,
    again: true,
    idempotencyKey: `sandbox:${serial}`,
  };
  const asCashier = { ...context, viewer: cashier };
  const [row] = await issueBills(asCashier, request, {
    drawNumbers: async (_, { checkRule }) => [
      composePayAccountNumber(checkRule, { prefix, serial, amount: money(amount) }),
    ],
  });
  await transaction(asCashier, async (context) =>
    bring(context, await lockBill(context.em, row!.billId!), bill),
  );
}

/** Brings the bill to its state, where it is not in it from an earlier start. */
async function bring(context: PaymentsContext, bill: Bill, { state }: SandboxBill): Promise<void> {
  const { em, clock } = context;
  const ending = { at: clock.now(), by: sandbox.cashier, reason: "測試" };
  if (state === "PAST_DUE") {
    // Time alone makes a bill overdue, and there is no waiting for it.
    const dueDate = daysAfter(schoolDay(clock.now()), -daysPastDue);
    await em.nativeUpdate(Bill, { id: bill.id }, { dueDate });
  }
  if (bill.status !== "UNPAID") return;
  if (state === "PAID") await payByWallet(context, bill);
  if (state === "VOIDED") await takeBack(context, bill, ending);
  if (state === "SUPERSEDED") {
    const { serial } = sandboxReplacement;
    const amount = money(sandboxReplacement.amount);
    const { checkRule } = await agreementOf(context, bill.schoolCode);
    const accountNumber = composePayAccountNumber(checkRule, { prefix: sandbox.prefix, serial, amount });
    const items = [{ name: "測試", amount }];
    await replaceBill(context, bill, { items, dueDate: bill.dueDate, accountNumber }, ending);
  }
}

async function payByWallet({ em, newId, clock }: PaymentsContext, bill: Bill): Promise<void> {
  const { transactionNumber } = sandbox;
  if (await findPayment(em, "wallet", transactionNumber)) return;
  const { accountNumber, amount } = bill;
  const paidAt = clock.now();
  const notice = { accountNumber, amount, channel: "EASY_WALLET" as const, transactionNumber, paidAt };
  const payment = new Payment(newId(), bill.id, "wallet", notice, "RECEIVED", paidAt);
  await insertPayment(em, payment);
  bill.settle(paidAt);
  em.persist(paymentReceived(newId(), bill, payment));
}

const cashier: Viewer = {
  ...anonymous,
  subject: sandbox.cashier,
  assurance: "signed-in",
  roles: [{ role: "CASHIER", schoolCode: sandbox.schoolCode }],
};
