import type { Reactions } from "@campus-graph/kit/events/event";
import type { PaymentsServices } from "../services.js";
import { onBillsIssued } from "./on-bills-issued.js";
import { onBindingOpened } from "./on-binding-opened.js";
import { onBindingRevoked } from "./on-binding-revoked.js";
import { onClaimsEnded, onClaimsStarted } from "./on-claims-changed.js";
import { onPartnerKnown } from "./on-partner-known.js";
import { onPaymentsReceived } from "./on-payments-received.js";
import { onStudentKnown } from "./on-student-known.js";
import { onStudentLeft } from "./on-student-left.js";

/** What payments does when it hears an event. None of it says an event in turn. */
export const reactions: Reactions<PaymentsServices> = {
  "roster.StudentEnrolled": [onStudentKnown],
  "roster.StudentChanged": [onStudentKnown],
  "roster.StudentMoved": [onStudentKnown],
  "roster.StudentLeft": [onStudentLeft],
  "binding.BindingOpened": [onBindingOpened],
  "binding.BindingRevoked": [onBindingRevoked],
  "identity.PartnerRegistered": [onPartnerKnown],
  "identity.PartnerChanged": [onPartnerKnown],
  "payments.BillIssued": { together: onBillsIssued },
  "payments.PaymentReceived": { together: onPaymentsReceived },
  "payments.ClaimStarted": { together: onClaimsStarted },
  "payments.ClaimEnded": { together: onClaimsEnded },
};
