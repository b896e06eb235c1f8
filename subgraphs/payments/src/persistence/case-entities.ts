import { defineEntity, p } from "@mikro-orm/core";
import type { Money } from "../domain/money.js";
import { caseReasons, PaymentCase } from "../domain/payment-case.js";
import { Refund } from "../domain/refund.js";
import { refundStates } from "../domain/refund-state.js";

/** Money that settles no bill, until it is decided what becomes of it. */
export const paymentCase = defineEntity({
  class: PaymentCase,
  tableName: "payment_case",
  properties: {
    id: p.uuid().primary(),
    schoolCode: p.text(),
    billId: p.uuid(),
    studentId: p.uuid(),
    paymentId: p.uuid(),
    reason: p.enum([...caseReasons]),
    amount: p.integer().$type<Money>(),
    openedAt: p.datetime(),
    openedBy: p.text().nullable(),
    openingReason: p.text().nullable(),
    heldAt: p.datetime().nullable(),
    heldBy: p.text().nullable(),
    holdNote: p.text().nullable(),
    payeeBankCode: p.text().nullable(),
    payeeAccount: p.text().nullable(),
    payeeAccountEnd: p.text().nullable(),
    payeeSubject: p.text().nullable(),
    payeeGivenAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: "payment_case_of_school",
      expression: "create index payment_case_of_school on payment_case (school_code, id desc)",
    },
    {
      name: "payment_case_open",
      expression:
        "create index payment_case_open on payment_case (school_code, id desc) where closed_at is null",
    },
    { name: "payment_case_of_bill", properties: ["billId"] },
  ],
  checks: [
    { name: "payment_case_amount_check", expression: "amount > 0" },
    { name: "payment_case_payee_bank_code_check", expression: "payee_bank_code ~ '^[0-9]{3}$'" },
  ],
});

/** What two cashiers decide about the money of a case. */
export const refund = defineEntity({
  class: Refund,
  tableName: "refund",
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    amount: p.integer().$type<Money>(),
    reason: p.text(),
    state: p.enum([...refundStates]),
    proposedBy: p.text(),
    proposedAt: p.datetime(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    rejectionReason: p.text().nullable(),
    creditedBillId: p.uuid().nullable(),
    orderedAt: p.datetime().nullable(),
    paidOutAt: p.datetime().nullable(),
  },
  indexes: [{ name: "refund_of_case", properties: ["caseId"] }],
  checks: [
    { name: "refund_amount_check", expression: "amount > 0" },
    { name: "refund_check", expression: "(state = 'CREDITED') = (credited_bill_id is not null)" },
    { name: "refund_check1", expression: "(state = 'PAID_OUT') = (paid_out_at is not null)" },
  ],
});
