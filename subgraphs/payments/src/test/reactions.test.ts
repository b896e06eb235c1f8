import { expect, it } from "vitest";
import { reactions } from "../reactions/reactions.js";

/**
 * What payments says while it reacts. Reactions only fill read models and the feed, and one answers a person's question
 * about their data, which nobody answers in turn: no circle can arise.
 */
it("reacts to what it lists", () => {
  const table = Object.entries(reactions).map(([type, entry]) => [
    type,
    "handleBatch" in entry ? { handleBatch: entry.handleBatch.name } : entry.map(({ name }) => name),
  ]);
  expect(Object.fromEntries(table)).toEqual({
    "roster.StudentEnrolled": ["onStudentKnown"],
    "roster.StudentChanged": ["onStudentKnown"],
    "roster.StudentMoved": ["onStudentKnown"],
    "roster.StudentLeft": ["onStudentLeft"],
    "binding.BindingOpened": ["onBindingOpened"],
    "binding.BindingRevoked": ["onBindingRevoked"],
    "identity.PartnerRegistered": ["onPartnerKnown"],
    "identity.PartnerChanged": ["onPartnerKnown"],
    "payments.BillIssued": { handleBatch: "onBillsIssued" },
    "payments.BillAmended": { handleBatch: "onBillsAmended" },
    "payments.BillWaived": { handleBatch: "onBillsAmended" },
    "payments.BillVoided": { handleBatch: "onBillsVoided" },
    "payments.PaymentReceived": { handleBatch: "onPaymentsReceived" },
    "payments.PaymentCaseOpened": { handleBatch: "onPaymentCasesOpened" },
    "payments.RefundPaidOut": { handleBatch: "onRefundsPaidOut" },
    "payments.ClaimStarted": { handleBatch: "onClaimsStarted" },
    "payments.ClaimEnded": { handleBatch: "onClaimsEnded" },
    "identity.DataRequested": ["onDataRequested"],
    "identity.PersonErased": ["onPersonErased"],
  });
});
