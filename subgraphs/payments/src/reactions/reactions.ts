import type { Reactions } from "@campus-graph/kit/events/event";
import type { PaymentsServices } from "../context.js";
import { onBindingOpened } from "./binding/on-binding-opened.js";
import { onBindingRevoked } from "./binding/on-binding-revoked.js";
import { onDataRequested } from "./identity/on-data-requested.js";
import { onPartnerKnown } from "./identity/on-partner-known.js";
import { onPersonErased } from "./identity/on-person-erased.js";
import { onBillsAmended, onBillsVoided } from "./payments/on-bills-changed.js";
import { onBillsIssued } from "./payments/on-bills-issued.js";
import { onClaimsEnded, onClaimsStarted } from "./payments/on-claims-changed.js";
import { onPaymentsReceived } from "./payments/on-payments-received.js";
import { onPaymentCasesOpened, onRefundsPaidOut } from "./payments/on-refunds-due.js";
import { onStudentKnown } from "./roster/on-student-known.js";
import { onStudentLeft } from "./roster/on-student-left.js";

/** What payments does when it hears an event. Of it only the answer to a person who asks for their data says one in turn. */
export const reactions: Reactions<PaymentsServices> = {
  "roster.StudentEnrolled": [onStudentKnown],
  "roster.StudentChanged": [onStudentKnown],
  "roster.StudentMoved": [onStudentKnown],
  "roster.StudentLeft": [onStudentLeft],
  "binding.BindingOpened": [onBindingOpened],
  "binding.BindingRevoked": [onBindingRevoked],
  "identity.PartnerRegistered": [onPartnerKnown],
  "identity.PartnerChanged": [onPartnerKnown],
  "payments.BillIssued": { handleBatch: onBillsIssued },
  "payments.BillAmended": { handleBatch: onBillsAmended },
  "payments.BillWaived": { handleBatch: onBillsAmended },
  "payments.BillVoided": { handleBatch: onBillsVoided },
  "payments.PaymentReceived": { handleBatch: onPaymentsReceived },
  "payments.PaymentCaseOpened": { handleBatch: onPaymentCasesOpened },
  "payments.RefundPaidOut": { handleBatch: onRefundsPaidOut },
  "payments.ClaimStarted": { handleBatch: onClaimsStarted },
  "payments.ClaimEnded": { handleBatch: onClaimsEnded },
  "identity.DataRequested": [onDataRequested],
  "identity.PersonErased": [onPersonErased],
};
