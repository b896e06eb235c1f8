import {
  freshSecondFactor,
  ofObject,
  openTo,
  type PermissionTable,
  type Rule,
  signedIn,
  withItsObject,
  withRole,
} from "@campus-graph/kit/auth/permissions";
import { hasRole } from "@campus-graph/kit/auth/viewer";
import type { PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { SettlementException } from "../domain/settlement.js";
import { seeBill } from "./bills.js";
import { type SeenRefund, seeCase, seeRefund } from "./cases.js";
import { seeException } from "./settlement.js";

const partner = withRole("PARTNER");

/** A cashier of the school that the argument names. */
const cashierThere = withRole("CASHIER", ({ schoolCode }) => schoolCode);

const cashierOfInput = withRole(
  "CASHIER",
  ({ input }) => (input as { schoolCode: string } | undefined)?.schoolCode,
);

/** What happened to a bill is the school's to know; a guardian is told by notices. */
const cashierOfTheBill: Rule = {
  says: "a cashier of the school that issued it",
  allows: (request) =>
    withRole("CASHIER", () => (request.source as { schoolCode?: unknown } | undefined)?.schoolCode).allows(
      request,
    ),
};

/** What a bill asks for is changed by the school that issued it, and by nobody who may only see it. */
const cashierOfNamedBill = ofObject<Bill, { input?: { billId?: unknown } }, PaymentsServices>({
  says: "a cashier of the school that issued the bill",
  who: withRole("CASHIER"),
  find: (context, { input }) => seeBill(context, String(input?.billId)),
  allows: ({ schoolCode }, viewer) => hasRole(viewer, "CASHIER", schoolCode),
});

/** Money of a school is its cashiers' to decide about. */
const cashierOfNamedCase = ofObject<PaymentCase, { input?: { caseId?: unknown } }, PaymentsServices>({
  says: "a cashier of the case's school",
  who: withRole("CASHIER"),
  find: (context, { input }) => seeCase(context, String(input?.caseId)),
  allows: () => true,
});

const cashierOfNamedRefund = ofObject<SeenRefund, { input?: { refundId?: unknown } }, PaymentsServices>({
  says: "a cashier of the refund's school",
  who: withRole("CASHIER"),
  find: (context, { input }) => seeRefund(context, String(input?.refundId)),
  allows: () => true,
});

const cashierOfNamedException = ofObject<SettlementException, { input?: { id?: unknown } }, PaymentsServices>(
  {
    says: "a cashier of the exception's school",
    who: withRole("CASHIER"),
    find: (context, { input }) => seeException(context, String(input?.id)),
    allows: () => true,
  },
);

/** Nobody reads another's badge, not even a reviewer who may see the account. */
const theAccountItself: Rule = {
  says: "the account itself, signed in",
  allows: (request) =>
    signedIn.allows(request) && request.viewer.subject === (request.source as { id: string } | undefined)?.id,
};

/** A linked wallet has its guardian's list of bills, and of a bill what a slip shows: not how or by whom it is being paid. */
const onTheList = openTo("bills:read", withItsObject);
const inTheFeed = openTo("notices:subscribe", withItsObject);

/**
 * Who may have what. A bill is given only to those who have a reason to see it (`seeBill`), so its fields go with it.
 */
export const permissions = {
  "Query.myBills": openTo("bills:read", signedIn),
  "Query.bill": signedIn,
  "Query.billNotices": openTo("notices:subscribe", signedIn),
  "Query.claimNotices": signedIn,
  "Query.schoolBills": cashierThere,
  "Query.ledgerBalances": cashierThere,
  "Query.paymentCases": cashierThere,
  "Query.paymentCase": withRole("CASHIER"),
  "Query.settlementFiles": cashierThere,
  "Query.settlementExceptions": cashierThere,
  "Query.figures": cashierOfInput,
  "Query.previewBills": cashierOfInput,
  "Query.billChannels": cashierThere,
  "Query.billByAccountNumber": openTo("bills:read", partner),
  "Mutation.issueBills": cashierOfInput,
  "Mutation.amendBill": cashierOfNamedBill,
  "Mutation.voidBill": cashierOfNamedBill,
  "Mutation.waive": cashierOfNamedBill,
  "Mutation.creditCase": cashierOfNamedCase,
  "Mutation.holdCase": cashierOfNamedCase,
  "Mutation.proposeRefund": cashierOfNamedCase,
  "Mutation.approveRefund": freshSecondFactor(cashierOfNamedRefund),
  "Mutation.rejectRefund": cashierOfNamedRefund,
  "Mutation.orderPayouts": freshSecondFactor(cashierThere),
  "Mutation.importSettlement": freshSecondFactor(cashierOfInput),
  "Mutation.resolveException": cashierOfNamedException,
  "Mutation.setRefundAccount": signedIn,
  "Mutation.startPayment": signedIn,
  "Mutation.cancelPayment": signedIn,
  "Mutation.notifyPayment": openTo("payments:notify", partner),
  "Subscription.billNotice": openTo("notices:subscribe", signedIn),
  "Subscription.claimNotice": signedIn,
  "Account.id": withItsObject,
  "Account.unpaidBillCount": theAccountItself,
  "Student.id": onTheList,
  "Student.maskedName": onTheList,
  "Student.bills": signedIn,
  "Student.unpaidBillCount": signedIn,
  "School.*": onTheList,
  "Bill.history": cashierOfTheBill,
  "Bill.claims": withItsObject,
  "Bill.owedBack": withItsObject,
  "Bill.paymentOptions": withItsObject,
  "Bill.*": onTheList,
  "BillItem.*": onTheList,
  "BillEdge.*": onTheList,
  "BillConnection.*": onTheList,
  "BillNotice.*": inTheFeed,
  "BillNoticeEdge.*": inTheFeed,
  "BillNoticeConnection.*": inTheFeed,
  "PaymentClaim.*": withItsObject,
  "ClaimNotice.*": withItsObject,
  "ClaimNoticeEdge.*": withItsObject,
  "ClaimNoticeConnection.*": withItsObject,
  "AtmOption.*": withItsObject,
  "ConvenienceStoreOption.*": withItsObject,
  "EasyWalletOption.*": withItsObject,
  "PayTaipeiOption.*": withItsObject,
  "CreditCardOption.*": withItsObject,
  "Twqr.*": withItsObject,
  "PayableBill.*": onTheList,
  "PaymentReceipt.*": openTo("payments:notify", withItsObject),
  "IssueBillsPayload.*": withItsObject,
  "IssueResult.*": withItsObject,
  "Refusal.*": withItsObject,
  "LedgerBalance.*": withItsObject,
  "PaymentCase.*": withItsObject,
  "PaymentCaseEdge.*": withItsObject,
  "PaymentCaseConnection.*": withItsObject,
  "CasePayment.*": withItsObject,
  "Refund.*": withItsObject,
  "RefundAccount.*": withItsObject,
  "OwedBack.*": withItsObject,
  "Payout.*": withItsObject,
  "SettlementFile.*": withItsObject,
  "SettlementFileEdge.*": withItsObject,
  "SettlementFileConnection.*": withItsObject,
  "SettlementTotals.*": withItsObject,
  "SettlementException.*": withItsObject,
  "SettlementExceptionEdge.*": withItsObject,
  "SettlementExceptionConnection.*": withItsObject,
  "Figure.*": withItsObject,
  "BillPreview.*": withItsObject,
  "BillPreviewRow.*": withItsObject,
  "BillHistoryEntry.*": withItsObject,
  "PageInfo.*": openTo(["bills:read", "notices:subscribe"], withItsObject),
} satisfies PermissionTable<PaymentsServices>;
