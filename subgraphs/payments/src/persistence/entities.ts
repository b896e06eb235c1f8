import { defineEntity, p } from "@mikro-orm/core";
import { Bill, type BillItem } from "../domain/bill.js";
import { billStatuses } from "../domain/bill-status.js";
import type { Channel } from "../domain/channel.js";
import type { CheckRule } from "../domain/check-digit.js";
import { CollectionAgreement } from "../domain/collection-agreement.js";
import type { Money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { Payment, paymentOutcomes, paymentSources } from "../domain/payment.js";
import { PaymentClaim } from "../domain/payment-claim.js";
import type { LedgerAccount } from "../ledger/account.js";
import { Transfer, type TransferKind } from "../ledger/transfer.js";
import { paymentCase, refund } from "./case-entities.js";

// Each says of its table what the migrations made of it: a test holds the two together. Foreign keys stand there alone,
// since an entity knows another by its id.

const collectionAgreement = defineEntity({
  class: CollectionAgreement,
  tableName: "issuer",
  properties: {
    id: p.uuid().primary(),
    schoolCode: p.text(),
    prefix: p.text(),
    checkRule: p.text().$type<CheckRule>(),
    bankCode: p.text(),
    bankName: p.text(),
    collectionCode: p.text(),
    storeCapNtd: p.integer(),
    channels: p.array().columnType("text[]").$type<readonly Channel[]>(),
    current: p.boolean(),
  },
  indexes: [
    {
      name: "issuer_of_school",
      expression: "create unique index issuer_of_school on issuer (school_code) where current",
    },
    {
      name: "issuer_by_prefix",
      expression: "create unique index issuer_by_prefix on issuer (prefix) where current",
    },
  ],
  checks: [
    { name: "issuer_prefix_check", expression: "prefix ~ '^[0-9]{6}$'" },
    { name: "issuer_bank_code_check", expression: "bank_code ~ '^[0-9]{3}$'" },
    { name: "issuer_collection_code_check", expression: "collection_code ~ '^[0-9A-Z]{3}$'" },
    { name: "issuer_store_cap_ntd_check", expression: "store_cap_ntd >= 0" },
  ],
});

const bill = defineEntity({
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
    reduced: p.integer().default(0),
    issuedBy: p.text().nullable(),
    channels: p.array().columnType("text[]").$type<readonly Channel[]>().nullable(),
    replacedById: p.uuid().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    endReason: p.text().nullable(),
  },
  uniques: [{ name: "bill_account_number_key", properties: ["accountNumber"] }],
  indexes: [
    { name: "bill_of_student", expression: "create index bill_of_student on bill (student_id, id desc)" },
    {
      name: "bill_of_student_by_status",
      expression: "create index bill_of_student_by_status on bill (student_id, status, id desc)",
    },
    { name: "bill_of_school", expression: "create index bill_of_school on bill (school_code, id desc)" },
    {
      name: "bill_of_school_by_status",
      expression: "create index bill_of_school_by_status on bill (school_code, status, id desc)",
    },
    {
      name: "bill_in_place_of",
      expression:
        "create unique index bill_in_place_of on bill (replaced_by_id) where replaced_by_id is not null",
    },
    {
      name: "bill_of_school_by_title",
      expression: "create index bill_of_school_by_title on bill (school_code, title, id desc)",
    },
  ],
  checks: [
    { name: "bill_account_number_check", expression: "account_number ~ '^[0-9]{16}$'" },
    { name: "bill_amount_check", expression: "amount > 0" },
    { name: "bill_check", expression: "(status = 'PAID') = (paid_at is not null)" },
    { name: "bill_reduced_check", expression: "reduced >= 0 and reduced <= amount" },
    { name: "bill_replaced_check", expression: "replaced_by_id is null or status = 'SUPERSEDED'" },
  ],
});

const payment = defineEntity({
  class: Payment,
  tableName: "payment",
  properties: {
    id: p.uuid().primary(),
    billId: p.uuid(),
    partner: p.text(),
    transactionNumber: p.text(),
    accountNumber: p.text().$type<PayAccountNumber>(),
    amount: p.integer().$type<Money>(),
    channel: p.text().$type<Channel>(),
    paidAt: p.datetime(),
    outcome: p.enum([...paymentOutcomes]),
    receivedAt: p.datetime(),
    source: p.enum([...paymentSources]).default("NOTICE"),
  },
  uniques: [{ name: "payment_partner_transaction_number_key", properties: ["partner", "transactionNumber"] }],
  indexes: [
    { name: "payment_of_bill", properties: ["billId"] },
    { name: "payment_of_partner", properties: ["partner", "paidAt"] },
    {
      name: "payment_settles_once",
      expression: "create unique index payment_settles_once on payment (bill_id) where outcome = 'RECEIVED'",
    },
  ],
  checks: [{ name: "payment_amount_check", expression: "amount > 0" }],
});

const paymentClaim = defineEntity({
  class: PaymentClaim,
  tableName: "payment_claim",
  properties: {
    id: p.uuid().primary(),
    billId: p.uuid(),
    subject: p.text(),
    channel: p.text().$type<Channel>(),
    startedAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: "payment_claim_of_bill", properties: ["billId", "expiresAt"] },
    {
      name: "payment_claim_of_guardian",
      expression:
        "create unique index payment_claim_of_guardian on payment_claim (bill_id, subject) where ended_at is null",
    },
  ],
});

const transfer = defineEntity({
  class: Transfer,
  tableName: "ledger_transfer",
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<TransferKind>(),
    schoolCode: p.text(),
    debit: p.text().fieldName("debit_account").$type<LedgerAccount>(),
    credit: p.text().fieldName("credit_account").$type<LedgerAccount>(),
    amount: p.integer().$type<Money>(),
    billId: p.uuid().nullable(),
    paymentId: p.uuid().nullable(),
    referenceId: p.uuid().nullable(),
    postedAt: p.datetime(),
  },
  uniques: [
    {
      name: "ledger_transfer_once",
      expression:
        "alter table ledger_transfer add constraint ledger_transfer_once unique nulls not distinct (kind, bill_id, payment_id, reference_id)",
    },
  ],
  indexes: [
    {
      name: "ledger_transfer_of_school",
      expression:
        "create index ledger_transfer_of_school on ledger_transfer (school_code) include (debit_account, credit_account, amount)",
    },
    {
      name: "ledger_transfer_of_reference",
      expression:
        "create index ledger_transfer_of_reference on ledger_transfer (reference_id) where reference_id is not null",
    },
  ],
  checks: [
    { name: "ledger_transfer_amount_check", expression: "amount > 0" },
    { name: "ledger_transfer_check", expression: "debit_account <> credit_account" },
  ],
});

export const entities = [collectionAgreement, bill, payment, paymentClaim, transfer, paymentCase, refund];
