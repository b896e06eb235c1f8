/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AddStudentInput = {
  readonly applicationId: string;
  readonly match: string;
  readonly otherRelationship?: string | null | undefined;
  readonly relationship: Relationship;
};

export type ApplicationStatus =
  | 'DECLINED'
  | 'DRAFT'
  | 'SUBMITTED';

export type ApproveRequestsInput = {
  readonly requestIds: ReadonlyArray<string>;
};

export type BillItemInput = {
  readonly amount: number;
  readonly name: string;
};

export type BillNoticeKind =
  | 'AMENDED'
  | 'DUE_SOON'
  | 'ISSUED'
  | 'OVERDUE'
  | 'OVERPAID'
  | 'PAID'
  | 'REFUNDED'
  | 'VOIDED';

export type BillStatus =
  | 'PAID'
  | 'SUPERSEDED'
  | 'UNPAID'
  | 'VOIDED';

export type BindingNoticeKind =
  | 'APPROVED'
  | 'GUARDIAN_JOINED'
  | 'PROVISION_FAILED'
  | 'RETURNED'
  | 'REVOKED';

export type ChangePasswordInput = {
  readonly currentPassword: string;
  readonly newPassword: string;
};

export type Channel =
  | 'ATM'
  | 'CONVENIENCE_STORE'
  | 'CREDIT_CARD'
  | 'EASY_WALLET'
  | 'PAY_TAIPEI';

export type CodeDelivery =
  | 'EMAIL'
  | 'SMS';

export type ConfirmVerificationCodeInput = {
  readonly challengeId: string;
  readonly code: string;
};

export type DataCheck =
  | 'MATCH'
  | 'MISMATCH'
  | 'UNCHECKED';

export type EducationLevel =
  | 'ELEMENTARY'
  | 'JUNIOR_HIGH'
  | 'SENIOR_HIGH'
  | 'VOCATIONAL_HIGH';

export type FindStudentInput = {
  readonly level: EducationLevel;
  readonly nationalId: string;
  readonly schoolCode: string;
};

export type ImportRosterInput = {
  readonly content?: string | null | undefined;
  readonly dryRun?: boolean | null | undefined;
  readonly format: RosterFormat;
  readonly schoolCode: string;
  readonly uploadId?: string | null | undefined;
};

export type IssueBillsInput = {
  readonly classIds?: ReadonlyArray<string> | null | undefined;
  readonly dueDate: string;
  readonly idempotencyKey: string;
  readonly items: ReadonlyArray<BillItemInput>;
  readonly schoolCode: string;
  readonly studentIds?: ReadonlyArray<string> | null | undefined;
  readonly title: string;
};

export type LoginCheck =
  | 'FREE'
  | 'OWN'
  | 'TAKEN';

export type NotifyPaymentInput = {
  readonly accountNumber: string;
  readonly amount: number;
  readonly channel: Channel;
  readonly paidAt: string;
  readonly transactionNumber: string;
};

export type PaymentOutcome =
  | 'OVERPAYMENT'
  | 'RECEIVED';

export type RecordConsentInput = {
  readonly applicationId: string;
  readonly scrolledToEndAt: string;
  readonly version: string;
};

export type Relationship =
  | 'FATHER'
  | 'MATERNAL_GRANDFATHER'
  | 'MATERNAL_GRANDMOTHER'
  | 'MOTHER'
  | 'OTHER'
  | 'PATERNAL_GRANDFATHER'
  | 'PATERNAL_GRANDMOTHER';

export type RemoveStudentInput = {
  readonly applicationId: string;
  readonly requestId: string;
};

export type RequestStatus =
  | 'APPROVED'
  | 'BOUND'
  | 'CANCELLED'
  | 'DRAFT'
  | 'PENDING'
  | 'PROVISION_FAILED'
  | 'RETURNED'
  | 'REVOKED';

export type RequestVerificationCodeInput = {
  readonly by: CodeDelivery;
  readonly target: string;
};

export type ResubmitRequestInput = {
  readonly declaration?: string | null | undefined;
  readonly otherRelationship?: string | null | undefined;
  readonly relationship?: Relationship | null | undefined;
  readonly requestId: string;
  readonly strokes: ReadonlyArray<ReadonlyArray<StrokePoint>>;
};

export type ReturnRequestInput = {
  readonly reason: string;
  readonly requestId: string;
};

export type Role =
  | 'BUREAU'
  | 'CASHIER'
  | 'GUARDIAN'
  | 'IT'
  | 'PARTNER'
  | 'REGISTRAR'
  | 'SUPPORT'
  | 'TEACHER';

export type RosterFormat =
  | 'CLASS_SHEET_CSV'
  | 'CLASS_SHEET_XLSX'
  | 'ONEROSTER_ZIP';

export type SetGuardianInput = {
  readonly applicationId: string;
  readonly email: string;
  readonly mobile: string;
  readonly name: string;
  readonly nationalId: string;
};

export type SignApplicationInput = {
  readonly applicationId: string;
  readonly strokes: ReadonlyArray<ReadonlyArray<StrokePoint>>;
};

export type StartPaymentInput = {
  readonly billId: string;
  readonly channel: Channel;
  readonly idempotencyKey: string;
};

export type StrokePoint = {
  readonly t: number;
  readonly x: number;
  readonly y: number;
};

export type SubmitApplicationInput = {
  readonly applicationId: string;
  readonly declaration: string;
  readonly idempotencyKey: string;
};

export type ConfirmVerificationCodeMutationVariables = Exact<{
  input: ConfirmVerificationCodeInput;
}>;


export type ConfirmVerificationCodeMutation = { readonly confirmVerificationCode: { readonly token: string, readonly subjectId: string, readonly expiresAt: string } };

export type ConsentNoticeQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsentNoticeQuery = { readonly consentNotice: { readonly version: string, readonly title: string, readonly summary: ReadonlyArray<string>, readonly body: string } };

export type RequestVerificationCodeMutationVariables = Exact<{
  input: RequestVerificationCodeInput;
}>;


export type RequestVerificationCodeMutation = { readonly requestVerificationCode: { readonly challengeId: string, readonly expiresAt: string, readonly resendAfter: string } };

export type SchoolsQueryVariables = Exact<{
  level?: EducationLevel | null | undefined;
  nameContains?: string | null | undefined;
}>;


export type SchoolsQuery = { readonly schools: ReadonlyArray<{ readonly code: string, readonly name: string, readonly level: EducationLevel }> };

export type IssueBillsMutationVariables = Exact<{
  input: IssueBillsInput;
}>;


export type IssueBillsMutation = { readonly issueBills: { readonly results: ReadonlyArray<{ readonly studentId: string, readonly ok: boolean, readonly bill: { readonly id: string, readonly accountNumber: string, readonly amount: number } | null, readonly refusal: { readonly code: string, readonly message: string } | null }> } };

export type LedgerBalancesQueryVariables = Exact<{
  schoolCode: string;
}>;


export type LedgerBalancesQuery = { readonly ledgerBalances: ReadonlyArray<{ readonly account: string, readonly debits: number, readonly credits: number }> };

export type SchoolBillsQueryVariables = Exact<{
  schoolCode: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: BillStatus | null | undefined;
}>;


export type SchoolBillsQuery = { readonly schoolBills: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly paidAt: string | null, readonly student: { readonly id: string, readonly maskedName: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AddStudentToApplicationMutationVariables = Exact<{
  input: AddStudentInput;
}>;


export type AddStudentToApplicationMutation = { readonly addStudentToApplication: { readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship } };

export type BadgeQueryVariables = Exact<{ [key: string]: never; }>;


export type BadgeQuery = { readonly me: { readonly id: string, readonly unpaidBillCount: number } | null };

export type BillQueryVariables = Exact<{
  id: string;
}>;


export type BillQuery = { readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly issuedAt: string, readonly paidAt: string | null, readonly items: ReadonlyArray<{ readonly name: string, readonly amount: number }>, readonly student: { readonly id: string, readonly maskedName: string }, readonly school: { readonly name: string }, readonly paymentOptions: ReadonlyArray<
      | { readonly bankCode: string, readonly bankName: string, readonly accountNumber: string, readonly channel: Channel, readonly twqr: { readonly payload: string, readonly qrText: string, readonly svg: string } }
      | { readonly segments: ReadonlyArray<string>, readonly barcodes: ReadonlyArray<string>, readonly channel: Channel }
      | { readonly url: string, readonly channel: Channel }
      | { readonly url: string, readonly channel: Channel }
      | { readonly url: string, readonly channel: Channel }
    > } | null };

export type BillNoticeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BillNoticeSubscription = { readonly billNotice: { readonly id: string, readonly cursor: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly student: { readonly maskedName: string, readonly schoolClass: { readonly name: string } | null }, readonly school: { readonly name: string } } | null } };

export type BillNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type BillNoticesQuery = { readonly billNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly title: string, readonly amount: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BindingNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type BindingNoticesQuery = { readonly bindingNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BindingNoticeKind, readonly occurredAt: string, readonly request: { readonly id: string, readonly status: RequestStatus, readonly returnReason: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BindingOutcomeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BindingOutcomeSubscription = { readonly bindingOutcome: { readonly id: string, readonly cursor: string, readonly kind: BindingNoticeKind, readonly occurredAt: string, readonly request: { readonly id: string, readonly status: RequestStatus, readonly returnReason: string | null, readonly student: { readonly maskedName: string, readonly school: { readonly name: string } | null } | null } | null } };

export type CancelRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type CancelRequestMutation = { readonly cancelRequest: { readonly id: string, readonly status: RequestStatus } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly id: string, readonly mustChangePassword: boolean } };

export type DeclineConsentMutationVariables = Exact<{
  applicationId: string;
}>;


export type DeclineConsentMutation = { readonly declineConsent: { readonly id: string, readonly status: ApplicationStatus } };

export type FindStudentQueryVariables = Exact<{
  input: FindStudentInput;
}>;


export type FindStudentQuery = { readonly findStudent: { readonly match: string, readonly maskedName: string } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string, readonly displayName: string, readonly email: string | null, readonly roles: ReadonlyArray<Role>, readonly mustChangePassword: boolean, readonly unpaidBillCount: number, readonly bindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly student: { readonly id: string, readonly maskedName: string, readonly school: { readonly name: string } | null } | null }> } | null };

export type MyApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyApplicationsQuery = { readonly myApplications: ReadonlyArray<{ readonly id: string, readonly status: ApplicationStatus, readonly step: number, readonly submittedAt: string | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship, readonly appliedAt: string | null, readonly returnReason: string | null, readonly student: { readonly maskedName: string, readonly school: { readonly name: string } | null } | null }> }> };

export type MyBillsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: BillStatus | null | undefined;
}>;


export type MyBillsQuery = { readonly myBills: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly student: { readonly id: string, readonly maskedName: string }, readonly school: { readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyBindingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyBindingsQuery = { readonly myBindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string, readonly student: { readonly id: string, readonly maskedName: string, readonly level: EducationLevel | null, readonly schoolClass: { readonly name: string } | null, readonly school: { readonly name: string } | null } | null }> };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { readonly recordConsent: { readonly id: string, readonly step: number, readonly consentVersion: string | null } };

export type RemoveStudentFromApplicationMutationVariables = Exact<{
  input: RemoveStudentInput;
}>;


export type RemoveStudentFromApplicationMutation = { readonly removeStudentFromApplication: { readonly id: string, readonly step: number, readonly requests: ReadonlyArray<{ readonly id: string }> } };

export type ResubmitRequestMutationVariables = Exact<{
  input: ResubmitRequestInput;
}>;


export type ResubmitRequestMutation = { readonly resubmitRequest: { readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship } };

export type SetGuardianMutationVariables = Exact<{
  input: SetGuardianInput;
}>;


export type SetGuardianMutation = { readonly setGuardian: { readonly declaration: string, readonly maskedNationalId: string, readonly loginCheck: LoginCheck } };

export type SignApplicationMutationVariables = Exact<{
  input: SignApplicationInput;
}>;


export type SignApplicationMutation = { readonly signApplication: { readonly id: string, readonly step: number } };

export type StartApplicationMutationVariables = Exact<{ [key: string]: never; }>;


export type StartApplicationMutation = { readonly startApplication: { readonly id: string, readonly status: ApplicationStatus, readonly step: number, readonly requests: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly student: { readonly maskedName: string } | null }> } };

export type StartPaymentMutationVariables = Exact<{
  input: StartPaymentInput;
}>;


export type StartPaymentMutation = { readonly startPayment: { readonly id: string, readonly channel: Channel, readonly expiresAt: string, readonly bill: { readonly id: string, readonly status: BillStatus } } };

export type SubmitApplicationMutationVariables = Exact<{
  input: SubmitApplicationInput;
}>;


export type SubmitApplicationMutation = { readonly submitApplication: { readonly id: string, readonly status: ApplicationStatus, readonly submittedAt: string | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly status: RequestStatus, readonly student: { readonly maskedName: string } | null }> } };

export type ClassStudentsQueryVariables = Exact<{
  id: string;
}>;


export type ClassStudentsQuery = { readonly schoolClass: { readonly id: string, readonly name: string, readonly students: ReadonlyArray<{ readonly id: string, readonly seatNumber: number | null, readonly name: string | null, readonly studentNumber: string | null }> } | null };

export type ImportRosterMutationVariables = Exact<{
  input: ImportRosterInput;
}>;


export type ImportRosterMutation = { readonly importRoster: { readonly applied: boolean, readonly added: number, readonly changed: number, readonly moved: number, readonly left: number, readonly problems: ReadonlyArray<{ readonly line: number, readonly column: string | null, readonly code: string, readonly message: string }> } };

export type SchoolClassesQueryVariables = Exact<{
  code: string;
}>;


export type SchoolClassesQuery = { readonly school: { readonly code: string, readonly name: string, readonly classes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly grade: number }> } | null };

export type ApproveRequestsMutationVariables = Exact<{
  input: ApproveRequestsInput;
}>;


export type ApproveRequestsMutation = { readonly approveRequests: { readonly results: ReadonlyArray<{ readonly requestId: string, readonly ok: boolean, readonly refusal: { readonly code: string, readonly message: string } | null }> } };

export type ClassReviewQueryVariables = Exact<{
  classId: string;
}>;


export type ClassReviewQuery = { readonly classReview: ReadonlyArray<{ readonly dataCheck: DataCheck, readonly student: { readonly id: string, readonly seatNumber: number | null, readonly maskedName: string }, readonly bindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string }>, readonly pending: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly appliedAt: string | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly mobile: string, readonly email: string, readonly loginCheck: LoginCheck } | null }> }> };

export type MyClassesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyClassesQuery = { readonly myClasses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly grade: number, readonly school: { readonly code: string, readonly name: string } }> };

export type ReturnRequestMutationVariables = Exact<{
  input: ReturnRequestInput;
}>;


export type ReturnRequestMutation = { readonly returnRequest: { readonly id: string, readonly status: RequestStatus, readonly returnReason: string | null } };

export type NotifyPaymentMutationVariables = Exact<{
  input: NotifyPaymentInput;
  proof: string;
}>;


export type NotifyPaymentMutation = { readonly notifyPayment: { readonly transactionNumber: string, readonly accountNumber: string, readonly amount: number, readonly outcome: PaymentOutcome, readonly receivedAt: string } };

export type PayableBillQueryVariables = Exact<{
  accountNumber: string;
}>;


export type PayableBillQuery = { readonly billByAccountNumber: { readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly schoolName: string, readonly maskedStudentName: string, readonly status: BillStatus, readonly channels: ReadonlyArray<Channel> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ConfirmVerificationCodeDocument = new TypedDocumentString(`
    mutation ConfirmVerificationCode($input: ConfirmVerificationCodeInput!) {
  confirmVerificationCode(input: $input) {
    token
    subjectId
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ConfirmVerificationCodeMutation, ConfirmVerificationCodeMutationVariables>;
export const ConsentNoticeDocument = new TypedDocumentString(`
    query ConsentNotice {
  consentNotice {
    version
    title
    summary
    body
  }
}
    `) as unknown as TypedDocumentString<ConsentNoticeQuery, ConsentNoticeQueryVariables>;
export const RequestVerificationCodeDocument = new TypedDocumentString(`
    mutation RequestVerificationCode($input: RequestVerificationCodeInput!) {
  requestVerificationCode(input: $input) {
    challengeId
    expiresAt
    resendAfter
  }
}
    `) as unknown as TypedDocumentString<RequestVerificationCodeMutation, RequestVerificationCodeMutationVariables>;
export const SchoolsDocument = new TypedDocumentString(`
    query Schools($level: EducationLevel, $nameContains: String) {
  schools(level: $level, nameContains: $nameContains) {
    code
    name
    level
  }
}
    `) as unknown as TypedDocumentString<SchoolsQuery, SchoolsQueryVariables>;
export const IssueBillsDocument = new TypedDocumentString(`
    mutation IssueBills($input: IssueBillsInput!) {
  issueBills(input: $input) {
    results {
      studentId
      ok
      bill {
        id
        accountNumber
        amount
      }
      refusal {
        code
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IssueBillsMutation, IssueBillsMutationVariables>;
export const LedgerBalancesDocument = new TypedDocumentString(`
    query LedgerBalances($schoolCode: ID!) {
  ledgerBalances(schoolCode: $schoolCode) {
    account
    debits
    credits
  }
}
    `) as unknown as TypedDocumentString<LedgerBalancesQuery, LedgerBalancesQueryVariables>;
export const SchoolBillsDocument = new TypedDocumentString(`
    query SchoolBills($schoolCode: ID!, $first: Int, $after: Cursor, $status: BillStatus) {
  schoolBills(
    schoolCode: $schoolCode
    first: $first
    after: $after
    status: $status
  ) {
    edges {
      cursor
      node {
        id
        accountNumber
        title
        amount
        dueDate
        status
        overdue
        paidAt
        student {
          id
          maskedName
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolBillsQuery, SchoolBillsQueryVariables>;
export const AddStudentToApplicationDocument = new TypedDocumentString(`
    mutation AddStudentToApplication($input: AddStudentInput!) {
  addStudentToApplication(input: $input) {
    id
    status
    relationship
  }
}
    `) as unknown as TypedDocumentString<AddStudentToApplicationMutation, AddStudentToApplicationMutationVariables>;
export const BadgeDocument = new TypedDocumentString(`
    query Badge {
  me {
    id
    unpaidBillCount
  }
}
    `) as unknown as TypedDocumentString<BadgeQuery, BadgeQueryVariables>;
export const BillDocument = new TypedDocumentString(`
    query Bill($id: ID!) {
  bill(id: $id) {
    id
    accountNumber
    title
    items {
      name
      amount
    }
    amount
    dueDate
    status
    overdue
    issuedAt
    paidAt
    student {
      id
      maskedName
    }
    school {
      name
    }
    paymentOptions {
      channel
      ... on AtmOption {
        bankCode
        bankName
        accountNumber
        twqr {
          payload
          qrText
          svg
        }
      }
      ... on ConvenienceStoreOption {
        segments
        barcodes
      }
      ... on EasyWalletOption {
        url
      }
      ... on PayTaipeiOption {
        url
      }
      ... on CreditCardOption {
        url
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BillQuery, BillQueryVariables>;
export const BillNoticeDocument = new TypedDocumentString(`
    subscription BillNotice($after: Cursor) {
  billNotice(after: $after) {
    id
    cursor
    kind
    occurredAt
    bill {
      id
      accountNumber
      title
      amount
      dueDate
      status
      student {
        maskedName
        schoolClass {
          name
        }
      }
      school {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BillNoticeSubscription, BillNoticeSubscriptionVariables>;
export const BillNoticesDocument = new TypedDocumentString(`
    query BillNotices($first: Int, $after: Cursor, $last: Int) {
  billNotices(first: $first, after: $after, last: $last) {
    edges {
      cursor
      node {
        id
        kind
        occurredAt
        bill {
          id
          title
          amount
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BillNoticesQuery, BillNoticesQueryVariables>;
export const BindingNoticesDocument = new TypedDocumentString(`
    query BindingNotices($first: Int, $after: Cursor, $last: Int) {
  bindingNotices(first: $first, after: $after, last: $last) {
    edges {
      cursor
      node {
        id
        kind
        occurredAt
        request {
          id
          status
          returnReason
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BindingNoticesQuery, BindingNoticesQueryVariables>;
export const BindingOutcomeDocument = new TypedDocumentString(`
    subscription BindingOutcome($after: Cursor) {
  bindingOutcome(after: $after) {
    id
    cursor
    kind
    occurredAt
    request {
      id
      status
      returnReason
      student {
        maskedName
        school {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BindingOutcomeSubscription, BindingOutcomeSubscriptionVariables>;
export const CancelRequestDocument = new TypedDocumentString(`
    mutation CancelRequest($requestId: ID!) {
  cancelRequest(requestId: $requestId) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<CancelRequestMutation, CancelRequestMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    id
    mustChangePassword
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const DeclineConsentDocument = new TypedDocumentString(`
    mutation DeclineConsent($applicationId: ID!) {
  declineConsent(applicationId: $applicationId) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<DeclineConsentMutation, DeclineConsentMutationVariables>;
export const FindStudentDocument = new TypedDocumentString(`
    query FindStudent($input: FindStudentInput!) {
  findStudent(input: $input) {
    match
    maskedName
  }
}
    `) as unknown as TypedDocumentString<FindStudentQuery, FindStudentQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    displayName
    email
    roles
    mustChangePassword
    unpaidBillCount
    bindings {
      id
      relationship
      student {
        id
        maskedName
        school {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const MyApplicationsDocument = new TypedDocumentString(`
    query MyApplications {
  myApplications {
    id
    status
    step
    submittedAt
    requests {
      id
      status
      relationship
      appliedAt
      returnReason
      student {
        maskedName
        school {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyApplicationsQuery, MyApplicationsQueryVariables>;
export const MyBillsDocument = new TypedDocumentString(`
    query MyBills($first: Int, $after: Cursor, $status: BillStatus) {
  myBills(first: $first, after: $after, status: $status) {
    edges {
      cursor
      node {
        id
        accountNumber
        title
        amount
        dueDate
        status
        overdue
        student {
          id
          maskedName
        }
        school {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MyBillsQuery, MyBillsQueryVariables>;
export const MyBindingsDocument = new TypedDocumentString(`
    query MyBindings {
  myBindings {
    id
    relationship
    since
    student {
      id
      maskedName
      level
      schoolClass {
        name
      }
      school {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyBindingsQuery, MyBindingsQueryVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: RecordConsentInput!) {
  recordConsent(input: $input) {
    id
    step
    consentVersion
  }
}
    `) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const RemoveStudentFromApplicationDocument = new TypedDocumentString(`
    mutation RemoveStudentFromApplication($input: RemoveStudentInput!) {
  removeStudentFromApplication(input: $input) {
    id
    step
    requests {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveStudentFromApplicationMutation, RemoveStudentFromApplicationMutationVariables>;
export const ResubmitRequestDocument = new TypedDocumentString(`
    mutation ResubmitRequest($input: ResubmitRequestInput!) {
  resubmitRequest(input: $input) {
    id
    status
    relationship
  }
}
    `) as unknown as TypedDocumentString<ResubmitRequestMutation, ResubmitRequestMutationVariables>;
export const SetGuardianDocument = new TypedDocumentString(`
    mutation SetGuardian($input: SetGuardianInput!) {
  setGuardian(input: $input) {
    declaration
    maskedNationalId
    loginCheck
  }
}
    `) as unknown as TypedDocumentString<SetGuardianMutation, SetGuardianMutationVariables>;
export const SignApplicationDocument = new TypedDocumentString(`
    mutation SignApplication($input: SignApplicationInput!) {
  signApplication(input: $input) {
    id
    step
  }
}
    `) as unknown as TypedDocumentString<SignApplicationMutation, SignApplicationMutationVariables>;
export const StartApplicationDocument = new TypedDocumentString(`
    mutation StartApplication {
  startApplication {
    id
    status
    step
    requests {
      id
      relationship
      student {
        maskedName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StartApplicationMutation, StartApplicationMutationVariables>;
export const StartPaymentDocument = new TypedDocumentString(`
    mutation StartPayment($input: StartPaymentInput!) {
  startPayment(input: $input) {
    id
    channel
    expiresAt
    bill {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<StartPaymentMutation, StartPaymentMutationVariables>;
export const SubmitApplicationDocument = new TypedDocumentString(`
    mutation SubmitApplication($input: SubmitApplicationInput!) {
  submitApplication(input: $input) {
    id
    status
    submittedAt
    requests {
      id
      status
      student {
        maskedName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const ClassStudentsDocument = new TypedDocumentString(`
    query ClassStudents($id: ID!) {
  schoolClass(id: $id) {
    id
    name
    students {
      id
      seatNumber
      name
      studentNumber
    }
  }
}
    `) as unknown as TypedDocumentString<ClassStudentsQuery, ClassStudentsQueryVariables>;
export const ImportRosterDocument = new TypedDocumentString(`
    mutation ImportRoster($input: ImportRosterInput!) {
  importRoster(input: $input) {
    applied
    added
    changed
    moved
    left
    problems {
      line
      column
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportRosterMutation, ImportRosterMutationVariables>;
export const SchoolClassesDocument = new TypedDocumentString(`
    query SchoolClasses($code: ID!) {
  school(code: $code) {
    code
    name
    classes {
      id
      name
      grade
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolClassesQuery, SchoolClassesQueryVariables>;
export const ApproveRequestsDocument = new TypedDocumentString(`
    mutation ApproveRequests($input: ApproveRequestsInput!) {
  approveRequests(input: $input) {
    results {
      requestId
      ok
      refusal {
        code
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveRequestsMutation, ApproveRequestsMutationVariables>;
export const ClassReviewDocument = new TypedDocumentString(`
    query ClassReview($classId: ID!) {
  classReview(classId: $classId) {
    dataCheck
    student {
      id
      seatNumber
      maskedName
    }
    bindings {
      id
      relationship
      since
    }
    pending {
      id
      relationship
      appliedAt
      guardian {
        name
        maskedNationalId
        mobile
        email
        loginCheck
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClassReviewQuery, ClassReviewQueryVariables>;
export const MyClassesDocument = new TypedDocumentString(`
    query MyClasses {
  myClasses {
    id
    name
    grade
    school {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<MyClassesQuery, MyClassesQueryVariables>;
export const ReturnRequestDocument = new TypedDocumentString(`
    mutation ReturnRequest($input: ReturnRequestInput!) {
  returnRequest(input: $input) {
    id
    status
    returnReason
  }
}
    `) as unknown as TypedDocumentString<ReturnRequestMutation, ReturnRequestMutationVariables>;
export const NotifyPaymentDocument = new TypedDocumentString(`
    mutation NotifyPayment($input: NotifyPaymentInput!, $proof: String!) {
  notifyPayment(input: $input, proof: $proof) {
    transactionNumber
    accountNumber
    amount
    outcome
    receivedAt
  }
}
    `) as unknown as TypedDocumentString<NotifyPaymentMutation, NotifyPaymentMutationVariables>;
export const PayableBillDocument = new TypedDocumentString(`
    query PayableBill($accountNumber: PayAccountNumber!) {
  billByAccountNumber(accountNumber: $accountNumber) {
    accountNumber
    title
    amount
    dueDate
    schoolName
    maskedStudentName
    status
    channels
  }
}
    `) as unknown as TypedDocumentString<PayableBillQuery, PayableBillQueryVariables>;