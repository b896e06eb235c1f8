import { defineEntity, p } from "@mikro-orm/core";
import { Bill, type BillItem } from "../domain/bill.js";
import { billStatuses } from "../domain/bill-status.js";
import type { Money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";

export const billSchema = defineEntity({
  class: Bill,
  tableName: "bill",
  properties: {
    id: p.uuid().primary(),
    accountNumber: p.text().$type<PayAccountNumber>(),
    title: p.text(),
    items: p.json<readonly BillItem[]>(),
    amount: p.integer().$type<Money>(),
    dueDate: p.date(),
    status: p.enum([...billStatuses]),
    issuerId: p.uuid(),
    schoolCode: p.text(),
    schoolName: p.text(),
    studentId: p.uuid(),
    issuedAt: p.datetime(),
    paidAt: p.datetime().nullable(),
  },
});
