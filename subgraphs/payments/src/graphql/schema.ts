import { federate } from "@campus-graph/kit/graphql/federate";
import { seeBill } from "../access/bills.js";
import { permissions } from "../access/permissions.js";
import type { PaymentsServices } from "../context.js";
import { AccountFields, AccountType } from "./account.stub.js";
import { BillFields } from "./bill.fields.js";
import { BillMutations } from "./bill.mutations.js";
import { BillQueries } from "./bill.queries.js";
import { BillNoticeFields } from "./bill-notice.fields.js";
import { BillNoticeQueries } from "./bill-notice.queries.js";
import { BillNoticeSubscription } from "./bill-notice.subscription.js";
import { BillPreviewQueries } from "./bill-preview.queries.js";
import { ClaimNoticeFields } from "./claim-notice.fields.js";
import { ClaimNoticeQueries } from "./claim-notice.queries.js";
import { ClaimNoticeSubscription } from "./claim-notice.subscription.js";
import { FigureQueries } from "./figure.queries.js";
import { IssueResultFields } from "./issue-result.fields.js";
import { LedgerQueries } from "./ledger.queries.js";
import { PartnerMutations } from "./partner.mutations.js";
import { PartnerQueries } from "./partner.queries.js";
import { PaymentMutations } from "./payment.mutations.js";
import { OwedBackFields, PaymentCaseFields, RefundFields } from "./payment-case.fields.js";
import { PaymentCaseMutations } from "./payment-case.mutations.js";
import { PaymentCaseQueries } from "./payment-case.queries.js";
import { PaymentClaimFields } from "./payment-claim.fields.js";
import {
  AtmOption,
  ConvenienceStoreOption,
  CreditCardOption,
  EasyWalletOption,
  PayTaipeiOption,
} from "./payment-option.types.js";
import { SchoolType } from "./school.stub.js";
import { SettlementFileFields } from "./settlement.fields.js";
import { SettlementMutations } from "./settlement.mutations.js";
import { SettlementQueries } from "./settlement.queries.js";
import { StudentFields, StudentType } from "./student.stub.js";

/** The subgraph's schema, printed and executable. */
export function paymentsSchema() {
  return federate<PaymentsServices>({
    resolvers: [
      BillQueries,
      BillMutations,
      PaymentMutations,
      PartnerMutations,
      BillFields,
      BillPreviewQueries,
      BillNoticeQueries,
      BillNoticeSubscription,
      BillNoticeFields,
      ClaimNoticeQueries,
      ClaimNoticeSubscription,
      ClaimNoticeFields,
      PaymentClaimFields,
      PaymentCaseQueries,
      PaymentCaseMutations,
      PaymentCaseFields,
      RefundFields,
      OwedBackFields,
      SettlementQueries,
      SettlementMutations,
      SettlementFileFields,
      IssueResultFields,
      LedgerQueries,
      FigureQueries,
      PartnerQueries,
      StudentFields,
      AccountFields,
    ],
    orphanedTypes: [
      AccountType,
      SchoolType,
      StudentType,
      AtmOption,
      ConvenienceStoreOption,
      CreditCardOption,
      EasyWalletOption,
      PayTaipeiOption,
    ],
    references: {
      Bill: ({ id }: { id: string }, context) => seeBill(context, id),
      // Of others' entities only the key is known here; what payments adds to them is guarded field by field.
      Student: ({ id }: { id: string }) => ({ id }),
      Account: ({ id }: { id: string }) => ({ id }),
    },
    permissions,
  });
}
