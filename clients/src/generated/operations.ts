/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Somebody's account, and why it is changed. */
export type AccountCareInput = {
  /** An account that `accounts` has found. */
  readonly accountId: string;
  /** Why, in 1 to 500 characters. It is kept sealed, for an audit. */
  readonly reason: string;
};

/** What an account's sign-in is in. */
export type AccountState =
  /** Its person signs in. */
  | 'ACTIVE'
  /** Its person has not chosen a password yet. */
  | 'AWAITING_FIRST_SIGN_IN'
  /** Nobody signs in to it, until an IT office or the bureau enables it. */
  | 'DISABLED'
  /** There were too many wrong passwords from unknown browsers, which are refused for up to 15 minutes. Known ones, and a mailed code, still open it. */
  | 'LOCKED';

/** A further key of a partner. */
export type AddPartnerKeyInput = {
  /** A client id of `partners`. */
  readonly id: string;
  /** Its public key, for ES256 on P-256, as the text of a JWK, a JWK set or PEM: one, or two. Never the private one. */
  readonly key: string;
  /** Why, in 1 to 500 characters. It is kept sealed, for an audit. */
  readonly reason: string;
};

/** A student to add to a draft. */
export type AddStudentInput = {
  /** The draft. */
  readonly applicationId: string;
  /** What findStudent gave for this student; good for 24 hours. */
  readonly match: string;
  /** In words, where the relationship is OTHER: at most 20 characters. */
  readonly otherRelationship?: string | null | undefined;
  /** What the guardian is to the student. */
  readonly relationship: Relationship;
};

/** What a bill shall ask for instead. */
export type AmendBillInput = {
  /** The bill that it asked for so far. */
  readonly billId: string;
  /** The last day to pay, in Taipei: today at the earliest, within two years at the latest. Left out, it stays; where it has passed, other lines want a new one. */
  readonly dueDate?: string | null | undefined;
  /** All its lines, 1–30; together at most NT$1,000,000. Left out, they stay. */
  readonly items?: ReadonlyArray<BillItemInput> | null | undefined;
  /** Why, 1–200 characters. The guardians read it, and it stands in the bill's history. */
  readonly reason: string;
};

/** The owner's answer. */
export type AnswerPersonLinkInput = {
  /** True: the request was mine, and its binding is to be my account's. */
  readonly accept: boolean;
  /** The link. */
  readonly id: string;
};

/** Where an application stands. What becomes of each student is told by its requests. */
export type ApplicationStatus =
  /** 不同意並退出: the guardian did not agree to the notice. */
  | 'DECLINED'
  /** Being filled in; kept on the server, for its guardian alone. */
  | 'DRAFT'
  /** Signed and sent in. */
  | 'SUBMITTED';

/** Whom to appoint to what, and for which days. */
export type AppointStaffInput = {
  /** Of a teacher: the class whose homeroom is theirs. */
  readonly classId?: string | null | undefined;
  /** Their login. An account that there is gains the role, a guardian's too. */
  readonly email: string;
  /** The first day; today where left out. */
  readonly from?: string | null | undefined;
  /** Their name. */
  readonly name: string;
  /** TEACHER, REGISTRAR, CASHIER, IT, BUREAU or SUPPORT. */
  readonly role: Role;
  /** The school; none for the bureau, and none for support of the whole city. */
  readonly schoolCode?: string | null | undefined;
  /** The last day; without end where left out. */
  readonly until?: string | null | undefined;
};

/** A refund to approve. */
export type ApproveRefundInput = {
  /** The refund. */
  readonly refundId: string;
};

/** Requests to approve: `requests` or `requestIds`, one of them. */
export type ApproveRequestsInput = {
  /** By id alone, which is good for requests that were sent in once; at most 100. */
  readonly requestIds?: ReadonlyArray<string> | null | undefined;
  /** As they were shown; at most 100. Each is decided on its own. */
  readonly requests?: ReadonlyArray<ReviewedRequest> | null | undefined;
};

/** Who stands in for the homeroom teacher of which class, on which days. */
export type AssignDeputyInput = {
  /** The class. */
  readonly classId: string;
  /** The login of a teacher of the same school. */
  readonly email: string;
  /** The first day; today where left out. */
  readonly from?: string | null | undefined;
  /** The last day: at most 366 days with the first. */
  readonly until: string;
};

/** Which of a school's bills are meant: what is left out narrows nothing. */
export type BillFilterInput = {
  /** Only the bill of this number. */
  readonly accountNumber?: string | null | undefined;
  /** Only bills of students who are in this class now. */
  readonly classId?: string | null | undefined;
  /** Only bills issued on this day or later. */
  readonly from?: string | null | undefined;
  /** Only bills that are unpaid past their due date; false narrows nothing. */
  readonly overdue?: boolean | null | undefined;
  /** Only bills in this status. */
  readonly status?: BillStatus | null | undefined;
  /** Only bills of these students, at most 100. */
  readonly studentIds?: ReadonlyArray<string> | null | undefined;
  /** Only bills of exactly this title. */
  readonly title?: string | null | undefined;
  /** Only bills issued on this day or earlier. */
  readonly until?: string | null | undefined;
};

/** What happened to a bill. More may be added: treat an unknown one as other. */
export type BillHistoryKind =
  /** Another bill, with another number, was put in its place. */
  | 'AMENDED'
  /** The school issued it. */
  | 'ISSUED'
  /** Money arrived that it needed no more; the school owes it back. */
  | 'OVERPAID'
  /** Money arrived and settled it. */
  | 'PAID'
  /** A guardian who had begun to pay gave it up, or let it lapse. */
  | 'PAYMENT_ENDED'
  /** A guardian began to pay. */
  | 'PAYMENT_STARTED'
  /** It was paid already, and the school asks for less: the difference is owed back. */
  | 'REDUCED'
  /** The bank paid money back. */
  | 'REFUNDED'
  /** Guardians were told of it, also those who were bound later. */
  | 'TOLD'
  /** Money arrived under the number that it had before, of another amount; a cashier decides. */
  | 'UNAPPLIED'
  /** The school took it back. */
  | 'VOIDED'
  /** The school asks for none of it. */
  | 'WAIVED';

/** One line of the bills to issue. */
export type BillItemInput = {
  /** Whole NT$, at least 1. */
  readonly amount: number;
  /** What it is for, 1–40 characters. */
  readonly name: string;
};

/** What a bill notice tells. */
export type BillNoticeKind =
  /** The notice's bill stands in the place of another, whose number is retired; or it is the same bill, and waived (WAIVED). */
  | 'AMENDED'
  /** The due date is near. */
  | 'DUE_SOON'
  /** A bill is out; also told to a guardian who is bound while it waits to be paid. */
  | 'ISSUED'
  /** The due date has passed. */
  | 'OVERDUE'
  /** The bill was paid more than once; the school owes the rest back. */
  | 'OVERPAID'
  /** The bill is paid, by whomever. */
  | 'PAID'
  /** Money was paid back. */
  | 'REFUNDED'
  /** The school took the bill back. */
  | 'VOIDED';

/** Where a bill stands. Overdue is not a status: it is derived from the day, see Bill.overdue. */
export type BillStatus =
  /** The money has arrived. */
  | 'PAID'
  /** Another bill, with another account number, stands in its place. */
  | 'SUPERSEDED'
  /** Money is due. */
  | 'UNPAID'
  /** The school took the bill back; nothing is due. */
  | 'VOIDED'
  /** The school asks for none of it; nothing is due. */
  | 'WAIVED';

/** What a notice about a request says. */
export type BindingNoticeKind =
  /** 核可. Sign in; who has an account already signs in there and accepts (myPersonLinks). */
  | 'APPROVED'
  /** Approved, but no account could be given: correct the request and send it in again. */
  | 'PROVISION_FAILED'
  /** The teacher returned it; `reason` tells why. */
  | 'RETURNED'
  /** The binding was ended by the school; the request names the student no more. */
  | 'REVOKED';

/** What changes of a partner; what is left out stays as it is. */
export type ChangePartnerInput = {
  /** The ways to pay for which it may speak: one at least. */
  readonly channels?: ReadonlyArray<Channel> | null | undefined;
  /** A client id of `partners`. */
  readonly id: string;
  /** The name that people know it by, in 1 to 60 characters. */
  readonly name?: string | null | undefined;
  /** Why, in 1 to 500 characters. It is kept sealed, for an audit. */
  readonly reason: string;
  /** Where a guardian who links it is sent back to: whole https addresses, ten at most; none: it cannot be linked. */
  readonly redirectUris?: ReadonlyArray<string> | null | undefined;
  /** What it may do, one at least: bills:read and payments:notify in its own name; bills:read and notices:subscribe for guardians who link it. */
  readonly scopes?: ReadonlyArray<string> | null | undefined;
};

/** A password and its successor. */
export type ChangePasswordInput = {
  /** The password as it is, or the initial one. */
  readonly currentPassword: string;
  /** 8 to 128 characters; not among the most common ones, and nothing of the name, login, mobile number or national ID. */
  readonly newPassword: string;
};

/** A way to pay a bill. */
export type Channel =
  /** Bank transfer, at a machine or in a bank's app by TWQR; the news comes the same day. */
  | 'ATM'
  /** A store's till, by barcode; the news takes three days or more. */
  | 'CONVENIENCE_STORE'
  /** Credit card, through i繳費; the news comes at once. */
  | 'CREDIT_CARD'
  /** 悠遊付, a wallet; the news comes at once. */
  | 'EASY_WALLET'
  /** PayTaipei, the city's payment platform; the news takes a day. */
  | 'PAY_TAIPEI';

/** What a claim notice tells. */
export type ClaimNoticeKind =
  /** A guardian pays no more: taken back, or given up for another channel. A claim that lapses is not told. */
  | 'ENDED'
  /** A guardian has begun to pay. */
  | 'STARTED';

/** How a verification code reaches the applicant. */
export type CodeDelivery =
  /** By e-mail; the code is good for one hour. */
  | 'EMAIL'
  /** By text message; the code is good for ten minutes. SMS_NOT_AVAILABLE where the city sends none, or none any more today. */
  | 'SMS';

/** A code as the guardian typed it, instead of a drawn signature. */
export type ConfirmSignatureInput = {
  /** The application that is signed; of a returned request, the one it belongs to. */
  readonly applicationId: string;
  /** The challengeId that requestVerificationCode gave. */
  readonly challengeId: string;
  /** The eight characters; small letters, spaces and dashes do no harm. */
  readonly code: string;
};

/** A code as the applicant typed it. */
export type ConfirmVerificationCodeInput = {
  /** The challengeId that requestVerificationCode gave. */
  readonly challengeId: string;
  /** The eight characters; small letters, spaces and dashes do no harm. */
  readonly code: string;
};

/** Corrections to the guardian whom the caller has declared for an application. */
export type CorrectGuardianInput = {
  /** The application. */
  readonly applicationId: string;
  /** The future login. The caller must have verified it by a code. */
  readonly email: string;
  /** Mobile number, 09 and eight digits. */
  readonly mobile: string;
  /** The guardian's name, at most 50 characters. */
  readonly name: string;
};

/** Money that settles another bill. */
export type CreditCaseInput = {
  /** An unpaid bill of the same student and school. */
  readonly billId: string;
  /** The case. */
  readonly caseId: string;
};

/** 個資確認: whether the guardians are among the parents that the school records for the student. */
export type DataCheck =
  /** 資訊正確: each of them is. */
  | 'MATCH'
  /** At least one is not. */
  | 'MISMATCH'
  /** The school records no parent, or there is nobody to check. */
  | 'UNCHECKED';

/** How one is written to. */
export type DeliveryChannel =
  /** By mail to the login's address. */
  | 'EMAIL'
  /** By a push to the browsers in which they have switched that on (subscribeToPush). */
  | 'PUSH'
  /** By text message, to a mobile number that a code has shown to be theirs. */
  | 'SMS';

/** What one may be written about. Codes, and mails about the account itself, come whatever is chosen. */
export type DeliveryKind =
  /** Bills of one's children. */
  | 'BILLS'
  /** A request came back, failed after approval, or a binding ended. */
  | 'BINDING'
  /** For homeroom teachers: requests that wait, each school morning. */
  | 'REVIEWS';

/** One choice: about what, by which way, and whether. */
export type DeliveryPreferenceInput = {
  /** By which way. */
  readonly channel: DeliveryChannel;
  /** About what. */
  readonly kind: DeliveryKind;
  /** Whether the viewer wishes to be written to. */
  readonly wanted: boolean;
};

/** The level of a school. It stands with the school; a school's code does not tell it. */
export type EducationLevel =
  /** 國小, grades 1 to 6. */
  | 'ELEMENTARY'
  /** 國中, grades 7 to 9. */
  | 'JUNIOR_HIGH'
  /** 高中, grades 10 to 12. */
  | 'SENIOR_HIGH'
  /** 高職, grades 10 to 12. */
  | 'VOCATIONAL_HIGH';

/** A key of a partner that is to count no longer. */
export type EndPartnerKeyInput = {
  /** A client id of `partners`. */
  readonly id: string;
  /** The id (kid) of the key. */
  readonly keyId: string;
  /** Why, in 1 to 500 characters. It is kept sealed, for an audit. */
  readonly reason: string;
};

/** Which role ends, and when. */
export type EndStaffRoleInput = {
  /** A role of staff. */
  readonly id: string;
  /** The first day without it; today, that is at once, where left out. */
  readonly on?: string | null | undefined;
};

/** What bills are summed by, and so what a figure's key is. */
export type FigureBy =
  /** By the channel that settled them: a Channel, or NONE for what nothing has paid. */
  | 'CHANNEL'
  /** By the class in which the student is now: its id, or NONE for those who have left the school. */
  | 'CLASS'
  /** By the day in Taipei on which they were issued. */
  | 'DAY'
  /** All of them in one figure; the key is the school's code. */
  | 'SCHOOL'
  /** By where they stand: a BillStatus. */
  | 'STATUS'
  /** By title: what was billed. */
  | 'TITLE';

/** Which figures of a school's bills are wanted. */
export type FiguresInput = {
  /** What they are summed by. */
  readonly by: FigureBy;
  /** Which bills count; all when left out. Its own days hold where the input has none. */
  readonly filter?: BillFilterInput | null | undefined;
  /** Only bills issued on this day or later. */
  readonly from?: string | null | undefined;
  /** The school that issued them, where the viewer is a cashier. */
  readonly schoolCode: string;
  /** Only bills issued on this day or earlier. */
  readonly until?: string | null | undefined;
};

/** Whom somebody asks about: exactly one of these, whole. */
export type FindAccountsInput = {
  /** The login e-mail address. */
  readonly email?: string | null | undefined;
  /** A mobile number that its owner has verified, however written. */
  readonly mobile?: string | null | undefined;
  /** The national ID or resident certificate number. */
  readonly nationalId?: string | null | undefined;
  /** The user name of the person's own choice. */
  readonly userName?: string | null | undefined;
};

/** Which student a guardian looks for. */
export type FindStudentInput = {
  /** The level that the guardian chose. */
  readonly level: EducationLevel;
  /** The student's national ID or resident certificate number. */
  readonly nationalId: string;
  /** The school that the guardian chose from the list of all schools. */
  readonly schoolCode: string;
};

/** Money that waits on purpose. */
export type HoldCaseInput = {
  /** The case. */
  readonly caseId: string;
  /** For what it waits, 1–200 characters. Cashiers read it. */
  readonly note: string;
};

/** A roster to bring the school's books into line with. */
export type ImportRosterInput = {
  /** How many students are to leave. Wanted where more than a tenth of a class or ten students would (LEAVERS_UNCONFIRMED). */
  readonly confirmLeavers?: number | null | undefined;
  /** The confirmation of each problem that is as it should be, from an earlier try. */
  readonly confirmations?: ReadonlyArray<string> | null | undefined;
  /** The file's text, up to 256 KB in UTF-8. */
  readonly content?: string | null | undefined;
  /** True: only tell what would be done. */
  readonly dryRun?: boolean | null | undefined;
  /** In which form the roster comes. */
  readonly format: RosterFormat;
  /** True: the answer holds, as a sheet, what undoes the import. */
  readonly keepBefore?: boolean | null | undefined;
  /** Classes that are to end, by name, as those that an undone import had made (newClasses): who sits there and is not on the sheet leaves the school. A class that the sheet names stays. */
  readonly removeClasses?: ReadonlyArray<string> | null | undefined;
  /** The school whose books change; the viewer is its registrar. */
  readonly schoolCode: string;
};

/** The bank's word on a day. */
export type ImportSettlementInput = {
  /** The file as text, as CSV or of fixed width, as the guide for banks has them; up to 256 KB. */
  readonly content: string;
  /** The partner whose file it must be; left out: whosever it says. */
  readonly partnerId?: string | null | undefined;
  /** The school whose file it is, where the viewer is a cashier. */
  readonly schoolCode: string;
};

/** Staff of a school, from a sheet. */
export type ImportStaffInput = {
  /** Instead of content: the file's bytes in base64, UTF-8 or Big5. */
  readonly bytes?: string | null | undefined;
  /** The sheet's text: 姓名, 電子郵件, 職務, and if wanted 開始日期, 結束日期. Up to 100 lines. */
  readonly content?: string | null | undefined;
  /** True: only tell what would be done. */
  readonly dryRun?: boolean | null | undefined;
  /** The school at which all of them are appointed. */
  readonly schoolCode: string;
};

/** Bills to issue: the same for every student named by class or by id. */
export type IssueBillsInput = {
  /** Bill also the students who were given a bill of equal title and items in the last ten minutes; else each is a refused row (ALREADY_BILLED). */
  readonly again?: boolean | null | undefined;
  /** The channels through which guardians may pay, out of Query.billChannels; all that there are at the time of paying when absent. */
  readonly channels?: ReadonlyArray<Channel> | null | undefined;
  /** Every student of these classes. At most 2,000 bills at once. */
  readonly classIds?: ReadonlyArray<string> | null | undefined;
  /** The last day to pay, in Taipei: today at the earliest, within two years at the latest. */
  readonly dueDate: string;
  /** The caller's own key of this act: asked again with the same content, it answers the same. */
  readonly idempotencyKey: string;
  /** The lines, 1–30; together at most NT$1,000,000. */
  readonly items: ReadonlyArray<BillItemInput>;
  /** The school that issues, where the viewer is a cashier. */
  readonly schoolCode: string;
  /** These students as well; each is billed once. */
  readonly studentIds?: ReadonlyArray<string> | null | undefined;
  /** What the bills are for, 1–60 characters. */
  readonly title: string;
};

/** Whether an e-mail address can become a guardian's login. */
export type LoginCheck =
  /** Nobody signs in with it: approval makes a new account. */
  | 'FREE'
  /** It is the login of a person of this name under another national ID: whoever approves confirms that it is the same person, whose number was corrected or renewed. */
  | 'ID_CHANGED'
  /** It is the login of this very person: approval adds the guardian role to that account. */
  | 'OWN'
  /** For reviewers: nobody signs in with it, and the person has an account under another login, whose owner is asked after approval. */
  | 'PERSON_HAS_ACCOUNT'
  /** Another person signs in with it: approval would fail with EMAIL_TAKEN. */
  | 'TAKEN';

/** What a message is for. */
export type MessageKind =
  /** That the account was disabled, or enabled again. */
  | 'ACCOUNT_STATE'
  /** That an application was approved, and how to sign in. */
  | 'APPROVAL'
  /** A verification code. */
  | 'CODE'
  /** To a former address: that it signs in no more, and how to undo that. */
  | 'CONTACT_CHANGED'
  /** How to sign in for the first time, mailed again. */
  | 'FIRST_SIGN_IN'
  /** To staff: that there is an account, and how to sign in. */
  | 'INVITATION'
  /** About a binding, a bill, or requests that wait. */
  | 'NOTICE'
  /** To an account's owner: that somebody applied with their national ID. */
  | 'PERSON_LINK'
  /** That something about the second factor changed. */
  | 'SECOND_FACTOR';

/** What a message that has not arrived is in. Of one that was taken nothing is kept. */
export type MessageState =
  /** Nobody took it; the IT office or the bureau can have it sent again. */
  | 'GIVEN_UP'
  /** It is still to be sent, or is tried again. */
  | 'WAITING';

/** A partner's word that a payer paid. */
export type NotifyPaymentInput = {
  /** The bill's number. */
  readonly accountNumber: string;
  /** What was paid, in whole NT$: exactly the bill's amount. */
  readonly amount: number;
  /** The channel through which it was paid. */
  readonly channel: Channel;
  /** When the payer paid. In the proof it stands as UTC with milliseconds. */
  readonly paidAt: string;
  /** The partner's own number of the payment: 1–64 letters, digits, . _ : - */
  readonly transactionNumber: string;
};

/** Which file is to be opened, and what shows that it is its person who asks. */
export type OpenMyDataInput = {
  /** A code that requestVerificationCode sent to the account's own address or number. Left out by whoever has a second factor, which counts instead. */
  readonly challengeId?: string | null | undefined;
  /** The code that came. */
  readonly code?: string | null | undefined;
  /** The request whose file is ready. */
  readonly requestId: string;
};

/** What became of money that arrived. It is never refused. */
export type PaymentOutcome =
  /** The bill needed it no more; the school owes it back to the payer. */
  | 'OVERPAYMENT'
  /** It settled the bill. */
  | 'RECEIVED'
  /** It was paid under a retired number, and the bill in its place asks for another amount: a cashier decides. */
  | 'UNAPPLIED';

/** What a problem of a sheet means for its import. */
export type ProblemSeverity =
  /** Nothing is imported until the registrar confirms that it is as it should be. */
  | 'CONFIRMATION'
  /** The sheet must be mended; nothing is imported. */
  | 'ERROR'
  /** Something of the sheet was ignored; the import does not wait for it. */
  | 'NOTE';

/** Money that shall be paid back. */
export type ProposeRefundInput = {
  /** How much, in whole NT$: at most what is open of the case. */
  readonly amount: number;
  /** The case. */
  readonly caseId: string;
  /** Why, 1–200 characters. Cashiers read it. */
  readonly reason: string;
};

/** That the guardian read the notice and agrees. */
export type RecordConsentInput = {
  /** The draft. */
  readonly applicationId: string;
  /** When the end of the notice came into view. */
  readonly scrolledToEndAt: string;
  /** The version of the notice that was shown. */
  readonly version: string;
};

/** What becomes of a case's money. */
export type RefundState =
  /** Two cashiers have said yes: the bank is to pay it, once a guardian says where to. */
  | 'APPROVED'
  /** It settled another bill of the student. */
  | 'CREDITED'
  /** The bank has paid it. */
  | 'PAID_OUT'
  /** One cashier has proposed to pay it back; another has yet to approve. */
  | 'PROPOSED'
  /** It was not approved, or taken back; the money is open again. */
  | 'REJECTED';

/** A partner that is registered, by its own public key. */
export type RegisterPartnerInput = {
  /** The ways to pay for which it may speak: one at least. */
  readonly channels: ReadonlyArray<Channel>;
  /** Its client id, for good: 2 to 40 small letters, digits or hyphens, a letter first. */
  readonly id: string;
  /** Its public key, for ES256 on P-256, as the text of a JWK, a JWK set or PEM: one, or two. Never the private one. */
  readonly key: string;
  /** The name that people know it by, in 1 to 60 characters. */
  readonly name: string;
  /** Why, in 1 to 500 characters. It is kept sealed, for an audit. */
  readonly reason: string;
  /** Where a guardian who links it is sent back to: whole https addresses, ten at most; none: it cannot be linked. */
  readonly redirectUris?: ReadonlyArray<string>;
  /** What it may do, one at least: bills:read and payments:notify in its own name; bills:read and notices:subscribe for guardians who link it. */
  readonly scopes: ReadonlyArray<string>;
};

/** A refund to reject, or to take back. */
export type RejectRefundInput = {
  /** Why, 1–200 characters. Cashiers read it. */
  readonly reason: string;
  /** The refund. */
  readonly refundId: string;
};

/** How a guardian is tied to a student. Parents are legal representatives (法定代理人), the others guardians (監護人). */
export type Relationship =
  /** 父親, a legal representative. */
  | 'FATHER'
  /** 外祖父 */
  | 'MATERNAL_GRANDFATHER'
  /** 外祖母 */
  | 'MATERNAL_GRANDMOTHER'
  /** 母親, a legal representative. */
  | 'MOTHER'
  /** 其他: the guardian says in words what it is. */
  | 'OTHER'
  /** 祖父 */
  | 'PATERNAL_GRANDFATHER'
  /** 祖母 */
  | 'PATERNAL_GRANDMOTHER';

/** What can be done about a settlement exception. */
export type Remedy =
  /** The money is booked for a bill, which is named by its account number. */
  | 'APPLY'
  /** It stays as it is, with a note; the end of an exception whose money is not in suspense. */
  | 'HOLD'
  /** The bank has the money back: it is in suspense no more. */
  | 'REFUND';

/** A student to take out of a draft. */
export type RemoveStudentInput = {
  /** The draft. */
  readonly applicationId: string;
  /** The student's request in it. */
  readonly requestId: string;
};

/** What is to take the place of the account's e-mail address or mobile number. */
export type RequestContactChangeInput = {
  /** EMAIL for an address, SMS for a number. */
  readonly by: CodeDelivery;
  /** The new address or number, which the code goes to. */
  readonly target: string;
};

/** What shows that it is the account's person who wishes to be here no longer. */
export type RequestDeletionInput = {
  /** A code that requestVerificationCode sent to the account's own address or number. Left out by whoever has a second factor, which counts instead. */
  readonly challengeId?: string | null | undefined;
  /** The code that came. */
  readonly code?: string | null | undefined;
};

/** Where one student's request stands. */
export type RequestStatus =
  /** 核可: the account is being prepared; or its owner is asked first, of which only reviewers are told. */
  | 'APPROVED'
  /** 認證: the binding exists and the account can sign in. */
  | 'BOUND'
  /** Taken back by the guardian. */
  | 'CANCELLED'
  /** Part of an application that was not submitted yet. */
  | 'DRAFT'
  /** 申請: waits for the homeroom teacher. */
  | 'PENDING'
  /** No account could be given; the slot is free again. The guardian corrects it and sends it in again. */
  | 'PROVISION_FAILED'
  /** 退回: the guardian is to correct it, or to cancel. */
  | 'RETURNED'
  /** The binding was ended after it had been opened. */
  | 'REVOKED';

/** Where to send a verification code. */
export type RequestVerificationCodeInput = {
  /** How to send it. */
  readonly by: CodeDelivery;
  /** The e-mail address or mobile number. */
  readonly target: string;
};

/** What becomes of a line that did not fit. */
export type ResolveExceptionInput = {
  /** APPLY: the account number of the bill for which the money was, blanks allowed. */
  readonly accountNumber?: string | null | undefined;
  /** The exception. */
  readonly id: string;
  /** Why, 1–200 characters. Cashiers read it. */
  readonly note: string;
  /** One of its remedies. */
  readonly remedy: Remedy;
};

/** A returned request, corrected and signed anew. What is left out stays as it was. */
export type ResubmitRequestInput = {
  /** A new declaration by setGuardian, where the guardian's data was wrong. */
  readonly declaration?: string | null | undefined;
  /** In words, where the relationship is OTHER. */
  readonly otherRelationship?: string | null | undefined;
  /** In place of strokes, what confirmSignature gave for the request's application. */
  readonly proof?: string | null | undefined;
  /** The corrected relationship. */
  readonly relationship?: Relationship | null | undefined;
  /** The returned request. */
  readonly requestId: string;
  /** The signature under the corrected version: this, or `proof`. */
  readonly strokes?: ReadonlyArray<ReadonlyArray<StrokePoint>> | null | undefined;
};

/** A request to hand back. */
export type ReturnRequestInput = {
  /** What the guardian is to correct, in at most 500 characters. They read it. */
  readonly reason: string;
  /** The pending request. */
  readonly requestId: string;
  /** Its version as shown: another than the present one is REQUEST_CHANGED. Not checked when absent. */
  readonly version?: number | null | undefined;
};

/** Whose national ID is to be shown, and why. */
export type RevealGuardianIdInput = {
  /** What it is needed for, 2 to 500 characters. The guardian can read it. */
  readonly reason: string;
  /** The request of the guardian. */
  readonly requestId: string;
};

/** Whose national ID is to be shown, and why. */
export type RevealStudentIdInput = {
  /** What it is needed for, 2 to 500 characters. The guardians can read it. */
  readonly reason: string;
  /** The student. */
  readonly studentId: string;
};

/** A request as it was shown to whoever decides. */
export type ReviewedRequest = {
  /** Where the guardian's loginCheck is ID_CHANGED: true says that it is the same person, whose national ID was corrected or renewed. The account is under the new number from then on. Without it: ID_CHANGE_UNCONFIRMED. */
  readonly confirmIdChange?: boolean | null | undefined;
  /** The request. */
  readonly id: string;
  /** Its version as shown: another than the present one is REQUEST_CHANGED. */
  readonly version: number;
};

/** A binding to end. */
export type RevokeBindingInput = {
  /** The binding, of a student of the registrar's own school. */
  readonly bindingId: string;
  /** Why it should not have been, in at most 500 characters. Kept, and not shown to the guardian. */
  readonly reason: string;
};

/** What a person may be in the graph. Staff roles are held at a school. */
export type Role =
  /** The city's bureau of education (教育局), over all schools. */
  | 'BUREAU'
  /** Issues and reconciles the school's bills (出納組). */
  | 'CASHIER'
  /** Holds a binding to a student, or applies for one (家長). */
  | 'GUARDIAN'
  /** Looks after accounts at the school (資訊組). */
  | 'IT'
  /** A payment partner's program, such as a wallet or a bank. */
  | 'PARTNER'
  /** Keeps the school's roster (註冊組). */
  | 'REGISTRAR'
  /** Helps people: sees states, never persons. */
  | 'SUPPORT'
  /** Homeroom teacher (導師): reviews the applications of the classes that roster assigns. */
  | 'TEACHER';

/** In which form a roster is handed in. */
export type RosterFormat =
  /** A class sheet as CSV (RFC 4180, UTF-8): 班級 座號 姓名 性別 英文姓名 學號 出生日期 身分證號, and if wanted 導師姓名 導師電子郵件 and the recorded parents' 父親身分證號 母親身分證號 監護人身分證號. English titles do too. A sheet is the whole list of every class that it names. */
  | 'CLASS_SHEET_CSV';

/** Who the guardian of one application is. */
export type SetGuardianInput = {
  /** The application. */
  readonly applicationId: string;
  /** The future login. The caller must have verified it by a code. */
  readonly email: string;
  /** Mobile number, 09 and eight digits. */
  readonly mobile: string;
  /** The guardian's name, at most 50 characters. */
  readonly name: string;
  /** National ID or resident certificate number, its check digit right. */
  readonly nationalId: string;
};

/** Where money that is owed back shall be paid. */
export type SetRefundAccountInput = {
  /** The account, 6–16 digits; blanks and hyphens are left out. */
  readonly account: string;
  /** The bank's three digits, e.g. 012. */
  readonly bankCode: string;
  /** What is owed back: `OwedBack.id`. */
  readonly caseId: string;
};

/** A user name of one's own. */
export type SetUserNameInput = {
  /** 4 to 30 letters, Chinese characters, digits or . _ - beginning with a letter; null for none. */
  readonly userName?: string | null | undefined;
};

/** What does not fit between the bank's file and what is booked. */
export type SettlementExceptionKind =
  /** Not what the partner had notified, and the difference stays on the channel's account; or not what the bill asks for, and its money waits in a case. */
  | 'AMOUNT_DIFFERS'
  /** A file has brought this transaction before: its money is in suspense. */
  | 'DUPLICATE'
  /** No partner had told of it. It is booked, as its notice would have been. */
  | 'NOT_NOTIFIED'
  /** A partner has told of it, and no file has brought it in the channel's time. */
  | 'NOT_SETTLED'
  /** It was not notified, and paid under a retired number. It is booked. */
  | 'SUPERSEDED'
  /** No bill of the school has this account number, or no approved refund this id: its money is in suspense. */
  | 'UNKNOWN_NUMBER';

/** A signature for a draft: `strokes` or `proof`, one of them. */
export type SignApplicationInput = {
  /** The draft. */
  readonly applicationId: string;
  /** What confirmSignature gave for this application. */
  readonly proof?: string | null | undefined;
  /** The strokes as drawn: at most 200, of at most 5,000 points together. */
  readonly strokes?: ReadonlyArray<ReadonlyArray<StrokePoint>> | null | undefined;
};

/** What becomes of a line of a sheet of staff. */
export type StaffLineOutcome =
  /** The person is given the role. */
  | 'APPOINTED'
  /** The role is proposed: another person has to approve it. */
  | 'AWAITS_APPROVAL'
  /** The person has the role on one of these days already; nothing is done. */
  | 'HELD';

/** What a staff role gives its holder now. */
export type StaffRoleState =
  /** Nothing: somebody else of the IT office, or the bureau, has yet to approve it. */
  | 'AWAITS_APPROVAL'
  /** Nothing yet: its first day is to come. */
  | 'COMING'
  /** All that the role may. */
  | 'IN_EFFECT'
  /** Nothing any more. */
  | 'OVER';

/** A payment that a guardian starts. */
export type StartPaymentInput = {
  /** The bill. */
  readonly billId: string;
  /** Through which channel. */
  readonly channel: Channel;
  /** The caller's own key of this act: asked again with the same content, it answers the same. */
  readonly idempotencyKey: string;
};

/** A point of a stroke. */
export type StrokePoint = {
  /** Milliseconds since drawing began; never less than at the point before. Fractions are rounded. */
  readonly t: number;
  /** From the left edge of the drawing surface, 0 to 10,000; what lies beyond is kept at the edge. */
  readonly x: number;
  /** From the top edge of the drawing surface, 0 to 10,000; what lies beyond is kept at the edge. */
  readonly y: number;
};

/** A complete draft to send in. */
export type SubmitApplicationInput = {
  /** The draft. */
  readonly applicationId: string;
  /** What setGuardian gave for this application; good for 24 hours. */
  readonly declaration: string;
  /** Of the client's making: sending the same again submits once and gets the same answer. */
  readonly idempotencyKey: string;
};

/** A browser's subscription, as its PushSubscription says it. */
export type SubscribeToPushInput = {
  /** The browser's secret, getKey("auth") in base64url. */
  readonly auth: string;
  /** Its endpoint, of 2,000 characters at most. Kept sealed; only push services that the operator lists. */
  readonly endpoint: string;
  /** The browser's public key, getKey("p256dh") in base64url. */
  readonly p256dh: string;
  /** The key that the browser subscribed with, PushService.serverKey as it was then. */
  readonly serverKey: string;
};

/** A partner that is suspended or let in again, and why. */
export type SuspendPartnerInput = {
  /** A client id of `partners`. */
  readonly id: string;
  /** Why, in 1 to 500 characters. It is kept sealed, for an audit. */
  readonly reason: string;
};

/** A bill to take back. */
export type VoidBillInput = {
  /** The bill. */
  readonly billId: string;
  /** Why, 1–200 characters. The guardians read it, and it stands in the bill's history. */
  readonly reason: string;
};

/** What the school asks no more for of a bill. */
export type WaiveInput = {
  /** How much, in whole NT$: at most what the line asks for. */
  readonly amount: number;
  /** The bill. */
  readonly billId: string;
  /** The line of which it is waived, by its name on the bill. */
  readonly itemName: string;
  /** Why, 1–200 characters. The guardians read it, and it stands in the bill's history. */
  readonly reason: string;
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


export type RequestVerificationCodeMutation = { readonly requestVerificationCode: { readonly challengeId: string, readonly reference: string, readonly expiresAt: string, readonly resendAfter: string } };

export type SchoolsQueryVariables = Exact<{
  level?: EducationLevel | null | undefined;
  nameContains?: string | null | undefined;
}>;


export type SchoolsQuery = { readonly schools: ReadonlyArray<{ readonly code: string, readonly name: string, readonly level: EducationLevel }> };

export type AddPartnerKeyMutationVariables = Exact<{
  input: AddPartnerKeyInput;
}>;


export type AddPartnerKeyMutation = { readonly addPartnerKey: { readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> } };

export type ChangePartnerMutationVariables = Exact<{
  input: ChangePartnerInput;
}>;


export type ChangePartnerMutation = { readonly changePartner: { readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> } };

export type EndPartnerKeyMutationVariables = Exact<{
  input: EndPartnerKeyInput;
}>;


export type EndPartnerKeyMutation = { readonly endPartnerKey: { readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> } };

export type PartnersQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnersQuery = { readonly partners: ReadonlyArray<{ readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> }> };

export type RegisterPartnerMutationVariables = Exact<{
  input: RegisterPartnerInput;
}>;


export type RegisterPartnerMutation = { readonly registerPartner: { readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> } };

export type ResumePartnerMutationVariables = Exact<{
  input: SuspendPartnerInput;
}>;


export type ResumePartnerMutation = { readonly resumePartner: { readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> } };

export type SuspendPartnerMutationVariables = Exact<{
  input: SuspendPartnerInput;
}>;


export type SuspendPartnerMutation = { readonly suspendPartner: { readonly id: string, readonly name: string, readonly suspendedAt: string | null, readonly registeredAt: string, readonly channels: ReadonlyArray<Channel>, readonly scopes: ReadonlyArray<string>, readonly redirectUris: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly id: string, readonly since: string, readonly until: string | null }> } };

export type AmendBillMutationVariables = Exact<{
  input: AmendBillInput;
}>;


export type AmendBillMutation = { readonly amendBill: { readonly id: string, readonly accountNumber: string, readonly amount: number, readonly dueDate: string, readonly replaces: { readonly id: string, readonly status: BillStatus } | null } };

export type ApproveRefundMutationVariables = Exact<{
  input: ApproveRefundInput;
}>;


export type ApproveRefundMutation = { readonly approveRefund: { readonly id: string, readonly open: number, readonly refunds: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly state: RefundState }> } };

export type BillChannelsQueryVariables = Exact<{
  schoolCode: string;
}>;


export type BillChannelsQuery = { readonly billChannels: ReadonlyArray<Channel> };

export type BillFiguresQueryVariables = Exact<{
  all: FiguresInput;
  byStatus: FiguresInput;
}>;


export type BillFiguresQuery = { readonly all: ReadonlyArray<{ readonly key: string, readonly billed: number, readonly paid: number, readonly open: number, readonly overdue: number, readonly bills: number, readonly paidBills: number, readonly openBills: number, readonly overdueBills: number }>, readonly byStatus: ReadonlyArray<{ readonly key: string, readonly bills: number }> };

export type BillTitlesQueryVariables = Exact<{
  input: FiguresInput;
}>;


export type BillTitlesQuery = { readonly figures: ReadonlyArray<{ readonly key: string, readonly bills: number, readonly openBills: number }> };

export type CashierBillQueryVariables = Exact<{
  id: string;
}>;


export type CashierBillQuery = { readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly issuedAt: string, readonly paidAt: string | null, readonly channels: ReadonlyArray<Channel> | null, readonly endReason: string | null, readonly reduced: number, readonly items: ReadonlyArray<{ readonly name: string, readonly amount: number, readonly waived: number }>, readonly owedBack: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly closedAt: string | null }>, readonly replacedBy: { readonly id: string, readonly accountNumber: string, readonly amount: number } | null, readonly replaces: { readonly id: string } | null, readonly school: { readonly code: string, readonly name: string }, readonly student: { readonly id: string, readonly maskedName: string }, readonly claims: ReadonlyArray<{ readonly id: string, readonly channel: Channel, readonly expiresAt: string }>, readonly history: ReadonlyArray<{ readonly kind: BillHistoryKind, readonly at: string, readonly guardians: number | null, readonly channel: Channel | null, readonly amount: number | null, readonly partner: string | null, readonly transactionNumber: string | null, readonly reason: string | null, readonly by: { readonly id: string, readonly displayName: string } | null }> | null } | null };

export type CashierBillsQueryVariables = Exact<{
  schoolCode: string;
  filter?: BillFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CashierBillsQuery = { readonly schoolBills: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly issuedAt: string, readonly paidAt: string | null, readonly student: { readonly id: string, readonly maskedName: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ClassFiguresQueryVariables = Exact<{
  byClass: FiguresInput;
  byChannel: FiguresInput;
  all: FiguresInput;
}>;


export type ClassFiguresQuery = { readonly byClass: ReadonlyArray<{ readonly key: string, readonly billed: number, readonly paid: number, readonly open: number, readonly overdue: number, readonly bills: number, readonly paidBills: number, readonly openBills: number, readonly overdueBills: number }>, readonly byChannel: ReadonlyArray<{ readonly key: string, readonly paid: number, readonly paidBills: number }>, readonly all: ReadonlyArray<{ readonly key: string, readonly billed: number, readonly paid: number, readonly open: number, readonly overdue: number, readonly bills: number, readonly paidBills: number, readonly openBills: number, readonly overdueBills: number }> };

export type CreditCaseMutationVariables = Exact<{
  input: CreditCaseInput;
}>;


export type CreditCaseMutation = { readonly creditCase: { readonly id: string, readonly open: number, readonly refunds: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly state: RefundState }> } };

export type HoldCaseMutationVariables = Exact<{
  input: HoldCaseInput;
}>;


export type HoldCaseMutation = { readonly holdCase: { readonly id: string, readonly open: number, readonly refunds: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly state: RefundState }> } };

export type ImportSettlementMutationVariables = Exact<{
  input: ImportSettlementInput;
}>;


export type ImportSettlementMutation = { readonly importSettlement: { readonly id: string, readonly partnerId: string, readonly day: string, readonly number: number, readonly lines: number, readonly totals: { readonly bank: number, readonly matched: number, readonly exceptions: number, readonly openExceptions: number } } };

export type IssueBillsMutationVariables = Exact<{
  input: IssueBillsInput;
}>;


export type IssueBillsMutation = { readonly issueBills: { readonly results: ReadonlyArray<{ readonly studentId: string, readonly ok: boolean, readonly bill: { readonly id: string, readonly accountNumber: string, readonly amount: number } | null, readonly refusal: { readonly code: string, readonly message: string } | null }> } };

export type LedgerBalancesQueryVariables = Exact<{
  schoolCode: string;
}>;


export type LedgerBalancesQuery = { readonly ledgerBalances: ReadonlyArray<{ readonly account: string, readonly debits: number, readonly credits: number }> };

export type OrderPayoutsMutationVariables = Exact<{
  schoolCode: string;
}>;


export type OrderPayoutsMutation = { readonly orderPayouts: ReadonlyArray<{ readonly refundId: string, readonly amount: number, readonly bankCode: string, readonly account: string, readonly orderedAt: string }> };

export type PaymentCaseQueryVariables = Exact<{
  id: string;
}>;


export type PaymentCaseQuery = { readonly paymentCase: { readonly id: string, readonly amount: number, readonly open: number, readonly reason: PaymentOutcome, readonly openedAt: string, readonly openingReason: string | null, readonly heldAt: string | null, readonly holdNote: string | null, readonly closedAt: string | null, readonly bill: { readonly id: string, readonly title: string, readonly amount: number, readonly accountNumber: string, readonly status: BillStatus, readonly student: { readonly id: string, readonly maskedName: string } } | null, readonly payment: { readonly channel: Channel, readonly amount: number, readonly partner: string, readonly transactionNumber: string, readonly paidAt: string }, readonly account: { readonly bankCode: string, readonly maskedAccount: string, readonly givenAt: string } | null, readonly refunds: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly reason: string, readonly state: RefundState, readonly proposedAt: string, readonly decidedAt: string | null, readonly rejectionReason: string | null, readonly orderedAt: string | null, readonly paidOutAt: string | null, readonly mine: boolean, readonly proposer: { readonly id: string, readonly displayName: string }, readonly decider: { readonly id: string, readonly displayName: string } | null, readonly creditedBill: { readonly id: string, readonly title: string } | null }>, readonly creditableBills: ReadonlyArray<{ readonly id: string, readonly title: string, readonly amount: number, readonly dueDate: string }> } | null };

export type PaymentCasesQueryVariables = Exact<{
  schoolCode: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  open?: boolean | null | undefined;
}>;


export type PaymentCasesQuery = { readonly paymentCases: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly amount: number, readonly open: number, readonly reason: PaymentOutcome, readonly openedAt: string, readonly heldAt: string | null, readonly closedAt: string | null, readonly bill: { readonly id: string, readonly title: string, readonly student: { readonly id: string, readonly maskedName: string } } | null, readonly account: { readonly maskedAccount: string } | null, readonly refunds: ReadonlyArray<{ readonly id: string, readonly state: RefundState, readonly mine: boolean }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PreviewBillsQueryVariables = Exact<{
  input: IssueBillsInput;
}>;


export type PreviewBillsQuery = { readonly previewBills: { readonly total: number, readonly rows: ReadonlyArray<{ readonly amount: number, readonly student: { readonly id: string, readonly maskedName: string }, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }> }>, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }> } };

export type ProposeRefundMutationVariables = Exact<{
  input: ProposeRefundInput;
}>;


export type ProposeRefundMutation = { readonly proposeRefund: { readonly id: string, readonly open: number, readonly refunds: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly state: RefundState }> } };

export type RejectRefundMutationVariables = Exact<{
  input: RejectRefundInput;
}>;


export type RejectRefundMutation = { readonly rejectRefund: { readonly id: string, readonly open: number, readonly refunds: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly state: RefundState }> } };

export type ResolveExceptionMutationVariables = Exact<{
  input: ResolveExceptionInput;
}>;


export type ResolveExceptionMutation = { readonly resolveException: { readonly id: string, readonly remedies: ReadonlyArray<Remedy>, readonly remedy: Remedy | null, readonly note: string | null, readonly resolvedAt: string | null } };

export type SchoolBillsQueryVariables = Exact<{
  schoolCode: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: BillStatus | null | undefined;
}>;


export type SchoolBillsQuery = { readonly schoolBills: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly paidAt: string | null, readonly student: { readonly id: string, readonly maskedName: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SchoolStudentsQueryVariables = Exact<{
  code: string;
}>;


export type SchoolStudentsQuery = { readonly school: { readonly code: string, readonly name: string, readonly classes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly grade: number, readonly students: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly maskedName: string, readonly seatNumber: number | null, readonly studentNumber: string | null }> }> } | null };

export type SettlementExceptionsQueryVariables = Exact<{
  schoolCode: string;
  open?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SettlementExceptionsQuery = { readonly settlementExceptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: SettlementExceptionKind, readonly line: number, readonly accountNumber: string | null, readonly transactionNumber: string, readonly amount: number, readonly difference: number, readonly suspended: boolean, readonly remedies: ReadonlyArray<Remedy>, readonly remedy: Remedy | null, readonly note: string | null, readonly openedAt: string, readonly resolvedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SettlementFilesQueryVariables = Exact<{
  schoolCode: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SettlementFilesQuery = { readonly settlementFiles: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly partnerId: string, readonly day: string, readonly number: number, readonly lines: number, readonly importedAt: string, readonly completedAt: string | null, readonly totals: { readonly bank: number, readonly ledger: number, readonly bills: number, readonly differing: number, readonly suspense: number, readonly givenBack: number, readonly matched: number, readonly exceptions: number, readonly openExceptions: number } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type VoidBillMutationVariables = Exact<{
  input: VoidBillInput;
}>;


export type VoidBillMutation = { readonly voidBill: { readonly id: string, readonly status: BillStatus } };

export type WaiveMutationVariables = Exact<{
  input: WaiveInput;
}>;


export type WaiveMutation = { readonly waive: { readonly id: string, readonly accountNumber: string, readonly amount: number, readonly status: BillStatus, readonly replaces: { readonly id: string, readonly status: BillStatus } | null } };

export type AddStudentToApplicationMutationVariables = Exact<{
  input: AddStudentInput;
}>;


export type AddStudentToApplicationMutation = { readonly addStudentToApplication: { readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship } };

export type AnswerPersonLinkMutationVariables = Exact<{
  input: AnswerPersonLinkInput;
}>;


export type AnswerPersonLinkMutation = { readonly answerPersonLink: { readonly id: string } };

export type ApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApplicationsQuery = { readonly myApplications: ReadonlyArray<{ readonly id: string, readonly status: ApplicationStatus, readonly step: number, readonly consentVersion: string | null, readonly submittedAt: string | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship, readonly otherRelationship: string | null, readonly appliedAt: string | null, readonly returnReason: string | null, readonly student: { readonly id: string, readonly maskedName: string, readonly level: EducationLevel | null, readonly school: { readonly code: string, readonly name: string } | null } | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly email: string, readonly mobile: string } | null }> }> };

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

export type BillInboxQueryVariables = Exact<{
  last: number;
}>;


export type BillInboxQuery = { readonly billNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly student: { readonly id: string, readonly maskedName: string, readonly name: string | null } } | null } }>, readonly pageInfo: { readonly hasPreviousPage: boolean, readonly endCursor: string | null } } };

export type BillListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: BillStatus | null | undefined;
}>;


export type BillListQuery = { readonly myBills: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly paidAt: string | null, readonly student: { readonly id: string, readonly maskedName: string, readonly name: string | null }, readonly school: { readonly code: string, readonly name: string }, readonly claims: ReadonlyArray<{ readonly id: string, readonly channel: Channel, readonly startedAt: string, readonly expiresAt: string, readonly mine: boolean, readonly by: Relationship | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BillNoticeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BillNoticeSubscription = { readonly billNotice: { readonly id: string, readonly cursor: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly student: { readonly id: string, readonly maskedName: string, readonly name: string | null, readonly schoolClass: { readonly id: string, readonly name: string } | null }, readonly school: { readonly code: string, readonly name: string } } | null } };

export type BillNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type BillNoticesQuery = { readonly billNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly title: string, readonly amount: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BillToPayQueryVariables = Exact<{
  id: string;
}>;


export type BillToPayQuery = { readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly issuedAt: string, readonly paidAt: string | null, readonly endReason: string | null, readonly reduced: number, readonly items: ReadonlyArray<{ readonly name: string, readonly amount: number, readonly waived: number }>, readonly owedBack: ReadonlyArray<{ readonly id: string, readonly amount: number, readonly reason: PaymentOutcome, readonly paidBack: number, readonly credited: number, readonly accountGiven: boolean, readonly mayGiveAccount: boolean, readonly closedAt: string | null, readonly account: { readonly bankCode: string, readonly maskedAccount: string } | null }>, readonly replacedBy: { readonly id: string } | null, readonly student: { readonly id: string, readonly maskedName: string, readonly name: string | null, readonly schoolClass: { readonly id: string, readonly name: string } | null }, readonly school: { readonly code: string, readonly name: string }, readonly claims: ReadonlyArray<{ readonly id: string, readonly channel: Channel, readonly startedAt: string, readonly expiresAt: string, readonly mine: boolean, readonly by: Relationship | null }>, readonly paymentOptions: ReadonlyArray<
      | { readonly bankCode: string, readonly bankName: string, readonly accountNumber: string, readonly channel: Channel, readonly twqr: { readonly payload: string, readonly svg: string } }
      | { readonly segments: ReadonlyArray<string>, readonly barcodes: ReadonlyArray<string>, readonly channel: Channel }
      | { readonly url: string, readonly qrSvg: string, readonly channel: Channel }
      | { readonly url: string, readonly qrSvg: string, readonly channel: Channel }
      | { readonly url: string, readonly qrSvg: string, readonly channel: Channel }
    > } | null };

export type BindingInboxQueryVariables = Exact<{
  last: number;
}>;


export type BindingInboxQuery = { readonly bindingNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BindingNoticeKind, readonly occurredAt: string, readonly reason: string | null, readonly request: { readonly id: string, readonly status: RequestStatus, readonly student: { readonly id: string, readonly maskedName: string } | null } | null } }>, readonly pageInfo: { readonly hasPreviousPage: boolean, readonly endCursor: string | null } } };

export type BindingNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type BindingNoticesQuery = { readonly bindingNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BindingNoticeKind, readonly occurredAt: string, readonly reason: string | null, readonly request: { readonly id: string, readonly status: RequestStatus, readonly returnReason: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BindingOutcomeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BindingOutcomeSubscription = { readonly bindingOutcome: { readonly id: string, readonly cursor: string, readonly kind: BindingNoticeKind, readonly occurredAt: string, readonly reason: string | null, readonly request: { readonly id: string, readonly status: RequestStatus, readonly returnReason: string | null, readonly student: { readonly id: string, readonly maskedName: string, readonly school: { readonly code: string, readonly name: string } | null } | null } | null } };

export type CancelPaymentMutationVariables = Exact<{
  claimId: string;
}>;


export type CancelPaymentMutation = { readonly cancelPayment: { readonly id: string, readonly status: BillStatus, readonly claims: ReadonlyArray<{ readonly id: string, readonly channel: Channel, readonly startedAt: string, readonly expiresAt: string, readonly mine: boolean, readonly by: Relationship | null }> } };

export type CancelRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type CancelRequestMutation = { readonly cancelRequest: { readonly id: string, readonly status: RequestStatus } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly id: string, readonly mustChangePassword: boolean } };

export type ChildDisclosuresQueryVariables = Exact<{
  studentId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ChildDisclosuresQuery = { readonly childDisclosures: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly at: string, readonly by: string, readonly role: Role, readonly what: string, readonly reason: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ClaimNoticeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ClaimNoticeSubscription = { readonly claimNotice: { readonly id: string, readonly cursor: string, readonly kind: ClaimNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly status: BillStatus, readonly claims: ReadonlyArray<{ readonly id: string, readonly channel: Channel, readonly startedAt: string, readonly expiresAt: string, readonly mine: boolean, readonly by: Relationship | null }> } | null } };

export type ClaimNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type ClaimNoticesQuery = { readonly claimNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: ClaimNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly title: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ConfirmContactChangeMutationVariables = Exact<{
  input: ConfirmVerificationCodeInput;
}>;


export type ConfirmContactChangeMutation = { readonly confirmContactChange: { readonly id: string, readonly email: string | null, readonly mobile: string | null } };

export type ConfirmSignatureMutationVariables = Exact<{
  input: ConfirmSignatureInput;
}>;


export type ConfirmSignatureMutation = { readonly confirmSignature: { readonly proof: string, readonly expiresAt: string } };

export type CorrectGuardianMutationVariables = Exact<{
  input: CorrectGuardianInput;
}>;


export type CorrectGuardianMutation = { readonly correctGuardian: { readonly declaration: string, readonly maskedNationalId: string, readonly loginCheck: LoginCheck } };

export type DeclareGuardianMutationVariables = Exact<{
  input: SetGuardianInput;
}>;


export type DeclareGuardianMutation = { readonly setGuardian: { readonly declaration: string, readonly maskedNationalId: string, readonly loginCheck: LoginCheck } };

export type DeclaredGuardiansQueryVariables = Exact<{ [key: string]: never; }>;


export type DeclaredGuardiansQuery = { readonly myApplications: ReadonlyArray<{ readonly id: string, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly email: string, readonly mobile: string } | null }> };

export type DeclineConsentMutationVariables = Exact<{
  applicationId: string;
}>;


export type DeclineConsentMutation = { readonly declineConsent: { readonly id: string, readonly status: ApplicationStatus } };

export type DeliveryPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeliveryPreferencesQuery = { readonly me: { readonly id: string, readonly email: string | null, readonly mobile: string | null, readonly emailUndeliverable: boolean } | null, readonly deliveryPreferences: ReadonlyArray<{ readonly kind: DeliveryKind, readonly email: boolean, readonly sms: boolean, readonly push: boolean }> };

export type EndSessionMutationVariables = Exact<{
  id: string;
}>;


export type EndSessionMutation = { readonly endSession: ReadonlyArray<{ readonly id: string }> };

export type FindStudentQueryVariables = Exact<{
  input: FindStudentInput;
}>;


export type FindStudentQuery = { readonly findStudent: { readonly match: string, readonly maskedName: string } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { readonly me: { readonly id: string, readonly displayName: string, readonly email: string | null, readonly mobile: string | null, readonly mustChangePassword: boolean, readonly unpaidBillCount: number } | null, readonly myBindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string, readonly student: { readonly id: string, readonly maskedName: string, readonly name: string | null, readonly level: EducationLevel | null, readonly unpaidBillCount: number | null, readonly schoolClass: { readonly id: string, readonly name: string } | null, readonly school: { readonly code: string, readonly name: string } | null } | null }> };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string, readonly displayName: string, readonly email: string | null, readonly roles: ReadonlyArray<Role>, readonly mustChangePassword: boolean, readonly unpaidBillCount: number, readonly bindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly student: { readonly id: string, readonly maskedName: string, readonly school: { readonly name: string } | null } | null }> } | null };

export type MyAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAccountQuery = { readonly me: { readonly id: string, readonly email: string | null, readonly mobile: string | null, readonly userName: string | null } | null };

export type MyApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyApplicationsQuery = { readonly myApplications: ReadonlyArray<{ readonly id: string, readonly status: ApplicationStatus, readonly step: number, readonly submittedAt: string | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship, readonly appliedAt: string | null, readonly returnReason: string | null, readonly student: { readonly maskedName: string, readonly school: { readonly name: string } | null } | null }> }> };

export type MyBillsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: BillStatus | null | undefined;
}>;


export type MyBillsQuery = { readonly myBills: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly student: { readonly id: string, readonly maskedName: string }, readonly school: { readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyBindingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyBindingsQuery = { readonly myBindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string, readonly student: { readonly id: string, readonly maskedName: string, readonly level: EducationLevel | null, readonly schoolClass: { readonly name: string } | null, readonly school: { readonly code: string, readonly name: string } | null } | null }> };

export type MyDataRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataRequestsQuery = { readonly myDataRequests: ReadonlyArray<{ readonly id: string, readonly askedAt: string, readonly gathered: number, readonly sources: number, readonly readyAt: string | null, readonly expiresAt: string | null }> };

export type MyDisclosuresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyDisclosuresQuery = { readonly myDisclosures: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly at: string, readonly by: string, readonly role: Role, readonly what: string, readonly reason: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyPersonLinksQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPersonLinksQuery = { readonly myPersonLinks: ReadonlyArray<{ readonly id: string, readonly requestId: string, readonly appliedAt: string, readonly expiresAt: string }> };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { readonly mySessions: ReadonlyArray<{ readonly id: string, readonly client: string, readonly since: string, readonly lastSeenAt: string, readonly agent: string, readonly current: boolean }> };

export type MySignInsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MySignInsQuery = { readonly mySignIns: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly at: string, readonly succeeded: boolean, readonly client: string, readonly address: string, readonly agent: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyWalletLinksQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWalletLinksQuery = { readonly myWalletLinks: ReadonlyArray<{ readonly id: string, readonly scopes: ReadonlyArray<string>, readonly since: string, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly name: string, readonly suspendedAt: string | null } }> };

export type OpenMyDataMutationVariables = Exact<{
  input: OpenMyDataInput;
}>;


export type OpenMyDataMutation = { readonly openMyData: { readonly page: { readonly url: string, readonly expiresAt: string }, readonly json: { readonly url: string, readonly expiresAt: string } } };

export type PushServiceQueryVariables = Exact<{ [key: string]: never; }>;


export type PushServiceQuery = { readonly pushService: { readonly serverKey: string, readonly subscribed: boolean } | null };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { readonly recordConsent: { readonly id: string, readonly step: number, readonly consentVersion: string | null } };

export type RemoveStudentFromApplicationMutationVariables = Exact<{
  input: RemoveStudentInput;
}>;


export type RemoveStudentFromApplicationMutation = { readonly removeStudentFromApplication: { readonly id: string, readonly step: number, readonly requests: ReadonlyArray<{ readonly id: string }> } };

export type RequestContactChangeMutationVariables = Exact<{
  input: RequestContactChangeInput;
}>;


export type RequestContactChangeMutation = { readonly requestContactChange: { readonly challengeId: string, readonly reference: string, readonly expiresAt: string, readonly resendAfter: string } };

export type RequestDeletionMutationVariables = Exact<{
  input: RequestDeletionInput;
}>;


export type RequestDeletionMutation = { readonly requestDeletion: { readonly requestedAt: string, readonly destroysAt: string } };

export type RequestMyDataMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestMyDataMutation = { readonly requestMyData: { readonly id: string, readonly askedAt: string, readonly gathered: number, readonly sources: number, readonly readyAt: string | null, readonly expiresAt: string | null } };

export type ResubmitRequestMutationVariables = Exact<{
  input: ResubmitRequestInput;
}>;


export type ResubmitRequestMutation = { readonly resubmitRequest: { readonly id: string, readonly status: RequestStatus, readonly relationship: Relationship } };

export type SetDeliveryPreferenceMutationVariables = Exact<{
  input: DeliveryPreferenceInput;
}>;


export type SetDeliveryPreferenceMutation = { readonly setDeliveryPreference: ReadonlyArray<{ readonly kind: DeliveryKind, readonly email: boolean, readonly sms: boolean, readonly push: boolean }> };

export type SetGuardianMutationVariables = Exact<{
  input: SetGuardianInput;
}>;


export type SetGuardianMutation = { readonly setGuardian: { readonly declaration: string, readonly maskedNationalId: string, readonly loginCheck: LoginCheck, readonly session: { readonly token: string } | null } };

export type SetRefundAccountMutationVariables = Exact<{
  input: SetRefundAccountInput;
}>;


export type SetRefundAccountMutation = { readonly setRefundAccount: { readonly id: string, readonly accountGiven: boolean, readonly account: { readonly bankCode: string, readonly maskedAccount: string, readonly givenAt: string } | null } };

export type SetUserNameMutationVariables = Exact<{
  input: SetUserNameInput;
}>;


export type SetUserNameMutation = { readonly setUserName: { readonly id: string, readonly userName: string | null } };

export type SignApplicationMutationVariables = Exact<{
  input: SignApplicationInput;
}>;


export type SignApplicationMutation = { readonly signApplication: { readonly id: string, readonly step: number } };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { readonly signOutEverywhere: { readonly id: string } };

export type StartApplicationMutationVariables = Exact<{ [key: string]: never; }>;


export type StartApplicationMutation = { readonly startApplication: { readonly id: string, readonly status: ApplicationStatus, readonly step: number, readonly requests: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly student: { readonly id: string, readonly maskedName: string } | null }> } };

export type StartPaymentMutationVariables = Exact<{
  input: StartPaymentInput;
}>;


export type StartPaymentMutation = { readonly startPayment: { readonly id: string, readonly channel: Channel, readonly expiresAt: string, readonly bill: { readonly id: string, readonly status: BillStatus } } };

export type SubmitApplicationMutationVariables = Exact<{
  input: SubmitApplicationInput;
}>;


export type SubmitApplicationMutation = { readonly submitApplication: { readonly id: string, readonly status: ApplicationStatus, readonly submittedAt: string | null, readonly requests: ReadonlyArray<{ readonly id: string, readonly status: RequestStatus, readonly student: { readonly id: string, readonly maskedName: string } | null }> } };

export type SubscribeToPushMutationVariables = Exact<{
  input: SubscribeToPushInput;
}>;


export type SubscribeToPushMutation = { readonly subscribeToPush: { readonly serverKey: string, readonly subscribed: boolean } };

export type UnlinkWalletMutationVariables = Exact<{
  id: string;
}>;


export type UnlinkWalletMutation = { readonly unlinkWallet: ReadonlyArray<{ readonly id: string }> };

export type UnsubscribeFromPushMutationVariables = Exact<{ [key: string]: never; }>;


export type UnsubscribeFromPushMutation = { readonly unsubscribeFromPush: { readonly serverKey: string, readonly subscribed: boolean } | null };

export type VerifyContactMutationVariables = Exact<{
  input: ConfirmVerificationCodeInput;
}>;


export type VerifyContactMutation = { readonly verifyContact: { readonly by: CodeDelivery, readonly target: string } };

export type AppointStaffMutationVariables = Exact<{
  input: AppointStaffInput;
}>;


export type AppointStaffMutation = { readonly appointStaff: { readonly id: string, readonly state: StaffRoleState } };

export type ApproveStaffRoleMutationVariables = Exact<{
  id: string;
}>;


export type ApproveStaffRoleMutation = { readonly approveStaffRole: { readonly id: string, readonly state: StaffRoleState } };

export type DisableAccountMutationVariables = Exact<{
  input: AccountCareInput;
}>;


export type DisableAccountMutation = { readonly disableAccount: { readonly id: string, readonly maskedName: string, readonly maskedEmail: string, readonly emailUndeliverable: boolean, readonly maskedMobile: string | null, readonly isGuardian: boolean, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly disabledReason: string | null, readonly isChangeable: boolean, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } };

export type EnableAccountMutationVariables = Exact<{
  input: AccountCareInput;
}>;


export type EnableAccountMutation = { readonly enableAccount: { readonly id: string, readonly maskedName: string, readonly maskedEmail: string, readonly emailUndeliverable: boolean, readonly maskedMobile: string | null, readonly isGuardian: boolean, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly disabledReason: string | null, readonly isChangeable: boolean, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } };

export type EndStaffRoleMutationVariables = Exact<{
  input: EndStaffRoleInput;
}>;


export type EndStaffRoleMutation = { readonly endStaffRole: { readonly id: string, readonly state: StaffRoleState, readonly until: string | null } };

export type FindAccountsQueryVariables = Exact<{
  input: FindAccountsInput;
}>;


export type FindAccountsQuery = { readonly accounts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly maskedName: string, readonly maskedEmail: string, readonly emailUndeliverable: boolean, readonly maskedMobile: string | null, readonly isGuardian: boolean, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly disabledReason: string | null, readonly isChangeable: boolean, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } }> } };

export type ImportStaffMutationVariables = Exact<{
  input: ImportStaffInput;
}>;


export type ImportStaffMutation = { readonly importStaff: { readonly applied: boolean, readonly lines: ReadonlyArray<{ readonly line: number, readonly name: string, readonly email: string, readonly role: Role, readonly from: string | null, readonly until: string | null, readonly outcome: StaffLineOutcome }>, readonly problems: ReadonlyArray<{ readonly line: number, readonly column: string | null, readonly code: string, readonly message: string }> } };

export type ResendMessageMutationVariables = Exact<{
  id: string;
}>;


export type ResendMessageMutation = { readonly resendMessage: { readonly id: string } };

export type ResetSecondFactorMutationVariables = Exact<{
  input: AccountCareInput;
}>;


export type ResetSecondFactorMutation = { readonly resetSecondFactor: { readonly id: string, readonly maskedName: string, readonly maskedEmail: string, readonly emailUndeliverable: boolean, readonly maskedMobile: string | null, readonly isGuardian: boolean, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly disabledReason: string | null, readonly isChangeable: boolean, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } };

export type RestartFirstSignInMutationVariables = Exact<{
  input: AccountCareInput;
}>;


export type RestartFirstSignInMutation = { readonly restartFirstSignIn: { readonly id: string, readonly maskedName: string, readonly maskedEmail: string, readonly emailUndeliverable: boolean, readonly maskedMobile: string | null, readonly isGuardian: boolean, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly disabledReason: string | null, readonly isChangeable: boolean, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } };

export type SchoolStaffQueryVariables = Exact<{
  schoolCode?: string | null | undefined;
  role?: Role | null | undefined;
  onlyAwaiting?: boolean | null | undefined;
  withPast?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type SchoolStaffQuery = { readonly staff: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly role: Role, readonly name: string, readonly email: string, readonly from: string, readonly until: string | null, readonly endedFrom: string | null, readonly state: StaffRoleState, readonly mayApprove: boolean, readonly isOwn: boolean, readonly school: { readonly code: string, readonly name: string } | null, readonly schoolClass: { readonly id: string, readonly name: string } | null, readonly account: { readonly id: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type UndeliveredMessagesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UndeliveredMessagesQuery = { readonly undeliveredMessages: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: MessageKind, readonly by: CodeDelivery, readonly maskedTarget: string, readonly error: string, readonly since: string, readonly canBeSent: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type UndoStaffRoleEndMutationVariables = Exact<{
  id: string;
}>;


export type UndoStaffRoleEndMutation = { readonly undoStaffRoleEnd: { readonly id: string, readonly state: StaffRoleState, readonly until: string | null } };

export type UnlockAccountMutationVariables = Exact<{
  input: AccountCareInput;
}>;


export type UnlockAccountMutation = { readonly unlockAccount: { readonly id: string, readonly maskedName: string, readonly maskedEmail: string, readonly emailUndeliverable: boolean, readonly maskedMobile: string | null, readonly isGuardian: boolean, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly disabledReason: string | null, readonly isChangeable: boolean, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } };

export type AssignDeputyMutationVariables = Exact<{
  input: AssignDeputyInput;
}>;


export type AssignDeputyMutation = { readonly assignDeputy: { readonly id: string, readonly from: string, readonly until: string } };

export type ClassStudentsQueryVariables = Exact<{
  id: string;
}>;


export type ClassStudentsQuery = { readonly schoolClass: { readonly id: string, readonly name: string, readonly students: ReadonlyArray<{ readonly id: string, readonly seatNumber: number | null, readonly name: string | null, readonly studentNumber: string | null }> } | null };

export type EndDeputyMutationVariables = Exact<{
  id: string;
}>;


export type EndDeputyMutation = { readonly endDeputy: { readonly id: string, readonly endedAt: string | null } };

export type ImportRosterMutationVariables = Exact<{
  input: ImportRosterInput;
}>;


export type ImportRosterMutation = { readonly importRoster: { readonly applied: boolean, readonly added: number, readonly changed: number, readonly moved: number, readonly left: number, readonly coming: ReadonlyArray<string>, readonly changing: ReadonlyArray<string>, readonly moving: ReadonlyArray<string>, readonly leaving: ReadonlyArray<string>, readonly newClasses: ReadonlyArray<string>, readonly endingClasses: ReadonlyArray<string>, readonly before: string | null, readonly problemCount: number, readonly columns: ReadonlyArray<{ readonly title: string, readonly means: string }>, readonly problems: ReadonlyArray<{ readonly line: number, readonly column: string | null, readonly code: string, readonly severity: ProblemSeverity, readonly confirmation: string | null, readonly message: string }> } };

export type LateRequestsQueryVariables = Exact<{
  schoolCode: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LateRequestsQuery = { readonly lateRequests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly version: number, readonly appliedAt: string | null, readonly student: { readonly id: string, readonly maskedName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RegistrarReviewQueryVariables = Exact<{
  schoolCode: string;
}>;


export type RegistrarReviewQuery = { readonly registrarReview: ReadonlyArray<{ readonly dataCheck: DataCheck, readonly student: { readonly id: string, readonly seatNumber: number | null, readonly name: string | null, readonly maskedName: string, readonly studentNumber: string | null, readonly schoolClass: { readonly id: string, readonly name: string } | null }, readonly bindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string, readonly request: { readonly id: string, readonly otherRelationship: string | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly mobile: string, readonly email: string } | null } | null }>, readonly pending: ReadonlyArray<{ readonly id: string, readonly version: number, readonly status: RequestStatus, readonly relationship: Relationship, readonly otherRelationship: string | null, readonly appliedAt: string | null, readonly dataCheck: DataCheck, readonly provisionRefusal: { readonly code: string, readonly message: string } | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly mobile: string, readonly email: string, readonly loginCheck: LoginCheck, readonly formerMaskedNationalId: string | null } | null }> }> };

export type RevealStudentIdMutationVariables = Exact<{
  input: RevealStudentIdInput;
}>;


export type RevealStudentIdMutation = { readonly revealStudentId: { readonly nationalId: string } };

export type RevokeBindingMutationVariables = Exact<{
  input: RevokeBindingInput;
}>;


export type RevokeBindingMutation = { readonly revokeBinding: { readonly id: string, readonly status: RequestStatus } };

export type SchoolClassesQueryVariables = Exact<{
  code: string;
}>;


export type SchoolClassesQuery = { readonly school: { readonly code: string, readonly name: string, readonly classes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly grade: number }> } | null };

export type SchoolDeputiesQueryVariables = Exact<{
  schoolCode: string;
}>;


export type SchoolDeputiesQuery = { readonly deputies: ReadonlyArray<{ readonly id: string, readonly from: string, readonly until: string, readonly schoolClass: { readonly id: string, readonly name: string }, readonly account: { readonly id: string, readonly displayName: string } | null }> };

export type SupportCaseQueryVariables = Exact<{
  id: string;
}>;


export type SupportCaseQuery = { readonly supportCase: { readonly id: string, readonly state: AccountState, readonly createdAt: string, readonly firstSignInUntil: string | null, readonly disabledAt: string | null, readonly messages: ReadonlyArray<{ readonly kind: MessageKind, readonly by: CodeDelivery, readonly state: MessageState, readonly writtenAt: string, readonly givenUpAt: string | null, readonly tries: number }>, readonly requests: ReadonlyArray<{ readonly id: string, readonly status: RequestStatus, readonly version: number, readonly appliedAt: string | null, readonly decidedAt: string | null }> } | null };

export type ApproveRequestsMutationVariables = Exact<{
  input: ApproveRequestsInput;
}>;


export type ApproveRequestsMutation = { readonly approveRequests: { readonly results: ReadonlyArray<{ readonly requestId: string, readonly ok: boolean, readonly refusal: { readonly code: string, readonly message: string } | null }> } };

export type ClassGridQueryVariables = Exact<{
  classId: string;
}>;


export type ClassGridQuery = { readonly classReview: ReadonlyArray<{ readonly dataCheck: DataCheck, readonly student: { readonly id: string, readonly seatNumber: number | null, readonly name: string | null, readonly maskedName: string, readonly studentNumber: string | null, readonly schoolClass: { readonly id: string, readonly name: string } | null }, readonly bindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string, readonly request: { readonly id: string, readonly otherRelationship: string | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly mobile: string, readonly email: string } | null } | null }>, readonly pending: ReadonlyArray<{ readonly id: string, readonly version: number, readonly status: RequestStatus, readonly relationship: Relationship, readonly otherRelationship: string | null, readonly appliedAt: string | null, readonly dataCheck: DataCheck, readonly provisionRefusal: { readonly code: string, readonly message: string } | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly mobile: string, readonly email: string, readonly loginCheck: LoginCheck, readonly formerMaskedNationalId: string | null } | null }> }> };

export type ClassReviewQueryVariables = Exact<{
  classId: string;
}>;


export type ClassReviewQuery = { readonly classReview: ReadonlyArray<{ readonly dataCheck: DataCheck, readonly student: { readonly id: string, readonly seatNumber: number | null, readonly maskedName: string }, readonly bindings: ReadonlyArray<{ readonly id: string, readonly relationship: Relationship, readonly since: string }>, readonly pending: ReadonlyArray<{ readonly id: string, readonly version: number, readonly status: RequestStatus, readonly relationship: Relationship, readonly appliedAt: string | null, readonly dataCheck: DataCheck, readonly provisionRefusal: { readonly code: string, readonly message: string } | null, readonly guardian: { readonly name: string, readonly maskedNationalId: string, readonly mobile: string, readonly email: string, readonly loginCheck: LoginCheck, readonly formerMaskedNationalId: string | null } | null }> }> };

export type LastReturnReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type LastReturnReasonsQuery = { readonly lastReturnReasons: ReadonlyArray<string> };

export type MyClassesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyClassesQuery = { readonly myClasses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly grade: number, readonly isHomeroom: boolean, readonly deputyUntil: string | null, readonly school: { readonly code: string, readonly name: string } }> };

export type ReturnRequestMutationVariables = Exact<{
  input: ReturnRequestInput;
}>;


export type ReturnRequestMutation = { readonly returnRequest: { readonly id: string, readonly status: RequestStatus, readonly returnReason: string | null } };

export type RevealGuardianIdMutationVariables = Exact<{
  input: RevealGuardianIdInput;
}>;


export type RevealGuardianIdMutation = { readonly revealGuardianId: { readonly nationalId: string } };

export type ReviewNoticeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ReviewNoticeSubscription = { readonly reviewNotice: { readonly id: string, readonly cursor: string, readonly occurredAt: string, readonly classId: string } };

export type ReviewNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type ReviewNoticesQuery = { readonly reviewNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly occurredAt: string, readonly classId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StaffQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffQuery = { readonly me: { readonly id: string, readonly displayName: string, readonly email: string | null, readonly staffRoles: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly school: { readonly code: string, readonly name: string } | null }> } | null };

export type LinkedBillNoticeSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LinkedBillNoticeSubscription = { readonly billNotice: { readonly id: string, readonly cursor: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly school: { readonly code: string, readonly name: string }, readonly student: { readonly id: string, readonly maskedName: string } } | null } };

export type LinkedBillNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type LinkedBillNoticesQuery = { readonly billNotices: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: BillNoticeKind, readonly occurredAt: string, readonly bill: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly school: { readonly code: string, readonly name: string }, readonly student: { readonly id: string, readonly maskedName: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type LinkedBillsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: BillStatus | null | undefined;
}>;


export type LinkedBillsQuery = { readonly myBills: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly accountNumber: string, readonly title: string, readonly amount: number, readonly dueDate: string, readonly status: BillStatus, readonly overdue: boolean, readonly student: { readonly id: string, readonly maskedName: string }, readonly school: { readonly code: string, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type NotifyPaymentMutationVariables = Exact<{
  input: NotifyPaymentInput;
  proof: string;
}>;


export type NotifyPaymentMutation = { readonly notifyPayment: { readonly transactionNumber: string, readonly accountNumber: string, readonly amount: number, readonly outcome: PaymentOutcome, readonly receivedAt: string } };

export type PayableBillQueryVariables = Exact<{
  accountNumber: string;
  payerReference?: string | null | undefined;
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

export const ConfirmVerificationCodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmVerificationCode($input: ConfirmVerificationCodeInput!) {
  confirmVerificationCode(input: $input) {
    token
    subjectId
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ConfirmVerificationCodeMutation, ConfirmVerificationCodeMutationVariables>;
export const ConsentNoticeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConsentNotice {
  consentNotice {
    version
    title
    summary
    body
  }
}
    `) as unknown as TypedDocumentString<ConsentNoticeQuery, ConsentNoticeQueryVariables>;
export const RequestVerificationCodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestVerificationCode($input: RequestVerificationCodeInput!) {
  requestVerificationCode(input: $input) {
    challengeId
    reference
    expiresAt
    resendAfter
  }
}
    `) as unknown as TypedDocumentString<RequestVerificationCodeMutation, RequestVerificationCodeMutationVariables>;
export const SchoolsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Schools($level: EducationLevel, $nameContains: String) {
  schools(level: $level, nameContains: $nameContains) {
    code
    name
    level
  }
}
    `) as unknown as TypedDocumentString<SchoolsQuery, SchoolsQueryVariables>;
export const AddPartnerKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddPartnerKey($input: AddPartnerKeyInput!) {
  addPartnerKey(input: $input) {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<AddPartnerKeyMutation, AddPartnerKeyMutationVariables>;
export const ChangePartnerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangePartner($input: ChangePartnerInput!) {
  changePartner(input: $input) {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePartnerMutation, ChangePartnerMutationVariables>;
export const EndPartnerKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndPartnerKey($input: EndPartnerKeyInput!) {
  endPartnerKey(input: $input) {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<EndPartnerKeyMutation, EndPartnerKeyMutationVariables>;
export const PartnersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Partners {
  partners {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const RegisterPartnerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterPartner($input: RegisterPartnerInput!) {
  registerPartner(input: $input) {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterPartnerMutation, RegisterPartnerMutationVariables>;
export const ResumePartnerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumePartner($input: SuspendPartnerInput!) {
  resumePartner(input: $input) {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<ResumePartnerMutation, ResumePartnerMutationVariables>;
export const SuspendPartnerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SuspendPartner($input: SuspendPartnerInput!) {
  suspendPartner(input: $input) {
    id
    name
    suspendedAt
    registeredAt
    channels
    scopes
    redirectUris
    keys {
      id
      since
      until
    }
  }
}
    `) as unknown as TypedDocumentString<SuspendPartnerMutation, SuspendPartnerMutationVariables>;
export const AmendBillDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AmendBill($input: AmendBillInput!) {
  amendBill(input: $input) {
    id
    accountNumber
    amount
    dueDate
    replaces {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<AmendBillMutation, AmendBillMutationVariables>;
export const ApproveRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveRefund($input: ApproveRefundInput!) {
  approveRefund(input: $input) {
    id
    open
    refunds {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveRefundMutation, ApproveRefundMutationVariables>;
export const BillChannelsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BillChannels($schoolCode: ID!) {
  billChannels(schoolCode: $schoolCode)
}
    `) as unknown as TypedDocumentString<BillChannelsQuery, BillChannelsQueryVariables>;
export const BillFiguresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BillFigures($all: FiguresInput!, $byStatus: FiguresInput!) {
  all: figures(input: $all) {
    key
    billed
    paid
    open
    overdue
    bills
    paidBills
    openBills
    overdueBills
  }
  byStatus: figures(input: $byStatus) {
    key
    bills
  }
}
    `) as unknown as TypedDocumentString<BillFiguresQuery, BillFiguresQueryVariables>;
export const BillTitlesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BillTitles($input: FiguresInput!) {
  figures(input: $input) {
    key
    bills
    openBills
  }
}
    `) as unknown as TypedDocumentString<BillTitlesQuery, BillTitlesQueryVariables>;
export const CashierBillDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CashierBill($id: ID!) {
  bill(id: $id) {
    id
    accountNumber
    title
    items {
      name
      amount
      waived
    }
    amount
    dueDate
    status
    overdue
    issuedAt
    paidAt
    channels
    endReason
    reduced
    owedBack {
      id
      amount
      closedAt
    }
    replacedBy {
      id
      accountNumber
      amount
    }
    replaces {
      id
    }
    school {
      code
      name
    }
    student {
      id
      maskedName
    }
    claims {
      id
      channel
      expiresAt
    }
    history {
      kind
      at
      by {
        id
        displayName
      }
      guardians
      channel
      amount
      partner
      transactionNumber
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<CashierBillQuery, CashierBillQueryVariables>;
export const CashierBillsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CashierBills($schoolCode: ID!, $filter: BillFilterInput, $first: Int = 100, $after: Cursor) {
  schoolBills(
    schoolCode: $schoolCode
    filter: $filter
    first: $first
    after: $after
  ) {
    edges {
      node {
        id
        accountNumber
        title
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
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CashierBillsQuery, CashierBillsQueryVariables>;
export const ClassFiguresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ClassFigures($byClass: FiguresInput!, $byChannel: FiguresInput!, $all: FiguresInput!) {
  byClass: figures(input: $byClass) {
    key
    billed
    paid
    open
    overdue
    bills
    paidBills
    openBills
    overdueBills
  }
  byChannel: figures(input: $byChannel) {
    key
    paid
    paidBills
  }
  all: figures(input: $all) {
    key
    billed
    paid
    open
    overdue
    bills
    paidBills
    openBills
    overdueBills
  }
}
    `) as unknown as TypedDocumentString<ClassFiguresQuery, ClassFiguresQueryVariables>;
export const CreditCaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreditCase($input: CreditCaseInput!) {
  creditCase(input: $input) {
    id
    open
    refunds {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<CreditCaseMutation, CreditCaseMutationVariables>;
export const HoldCaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation HoldCase($input: HoldCaseInput!) {
  holdCase(input: $input) {
    id
    open
    refunds {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<HoldCaseMutation, HoldCaseMutationVariables>;
export const ImportSettlementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportSettlement($input: ImportSettlementInput!) {
  importSettlement(input: $input) {
    id
    partnerId
    day
    number
    lines
    totals {
      bank
      matched
      exceptions
      openExceptions
    }
  }
}
    `) as unknown as TypedDocumentString<ImportSettlementMutation, ImportSettlementMutationVariables>;
export const IssueBillsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const LedgerBalancesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LedgerBalances($schoolCode: ID!) {
  ledgerBalances(schoolCode: $schoolCode) {
    account
    debits
    credits
  }
}
    `) as unknown as TypedDocumentString<LedgerBalancesQuery, LedgerBalancesQueryVariables>;
export const OrderPayoutsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OrderPayouts($schoolCode: ID!) {
  orderPayouts(schoolCode: $schoolCode) {
    refundId
    amount
    bankCode
    account
    orderedAt
  }
}
    `) as unknown as TypedDocumentString<OrderPayoutsMutation, OrderPayoutsMutationVariables>;
export const PaymentCaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PaymentCase($id: ID!) {
  paymentCase(id: $id) {
    id
    amount
    open
    reason
    openedAt
    openingReason
    heldAt
    holdNote
    closedAt
    bill {
      id
      title
      amount
      accountNumber
      status
      student {
        id
        maskedName
      }
    }
    payment {
      channel
      amount
      partner
      transactionNumber
      paidAt
    }
    account {
      bankCode
      maskedAccount
      givenAt
    }
    refunds {
      id
      amount
      reason
      state
      proposedAt
      decidedAt
      rejectionReason
      orderedAt
      paidOutAt
      mine
      proposer {
        id
        displayName
      }
      decider {
        id
        displayName
      }
      creditedBill {
        id
        title
      }
    }
    creditableBills {
      id
      title
      amount
      dueDate
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentCaseQuery, PaymentCaseQueryVariables>;
export const PaymentCasesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PaymentCases($schoolCode: ID!, $first: Int = 100, $after: Cursor, $open: Boolean) {
  paymentCases(schoolCode: $schoolCode, first: $first, after: $after, open: $open) {
    edges {
      node {
        id
        amount
        open
        reason
        openedAt
        heldAt
        closedAt
        bill {
          id
          title
          student {
            id
            maskedName
          }
        }
        account {
          maskedAccount
        }
        refunds {
          id
          state
          mine
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentCasesQuery, PaymentCasesQueryVariables>;
export const PreviewBillsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PreviewBills($input: IssueBillsInput!) {
  previewBills(input: $input) {
    rows {
      student {
        id
        maskedName
      }
      amount
      warnings {
        code
        message
      }
    }
    total
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewBillsQuery, PreviewBillsQueryVariables>;
export const ProposeRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ProposeRefund($input: ProposeRefundInput!) {
  proposeRefund(input: $input) {
    id
    open
    refunds {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeRefundMutation, ProposeRefundMutationVariables>;
export const RejectRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RejectRefund($input: RejectRefundInput!) {
  rejectRefund(input: $input) {
    id
    open
    refunds {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<RejectRefundMutation, RejectRefundMutationVariables>;
export const ResolveExceptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResolveException($input: ResolveExceptionInput!) {
  resolveException(input: $input) {
    id
    remedies
    remedy
    note
    resolvedAt
  }
}
    `) as unknown as TypedDocumentString<ResolveExceptionMutation, ResolveExceptionMutationVariables>;
export const SchoolBillsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const SchoolStudentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SchoolStudents($code: ID!) {
  school(code: $code) {
    code
    name
    classes {
      id
      name
      grade
      students {
        id
        name
        maskedName
        seatNumber
        studentNumber
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolStudentsQuery, SchoolStudentsQueryVariables>;
export const SettlementExceptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SettlementExceptions($schoolCode: ID!, $open: Boolean, $first: Int = 100, $after: Cursor) {
  settlementExceptions(
    schoolCode: $schoolCode
    open: $open
    first: $first
    after: $after
  ) {
    edges {
      node {
        id
        kind
        line
        accountNumber
        transactionNumber
        amount
        difference
        suspended
        remedies
        remedy
        note
        openedAt
        resolvedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SettlementExceptionsQuery, SettlementExceptionsQueryVariables>;
export const SettlementFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SettlementFiles($schoolCode: ID!, $first: Int = 20, $after: Cursor) {
  settlementFiles(schoolCode: $schoolCode, first: $first, after: $after) {
    edges {
      node {
        id
        partnerId
        day
        number
        lines
        importedAt
        completedAt
        totals {
          bank
          ledger
          bills
          differing
          suspense
          givenBack
          matched
          exceptions
          openExceptions
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SettlementFilesQuery, SettlementFilesQueryVariables>;
export const VoidBillDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VoidBill($input: VoidBillInput!) {
  voidBill(input: $input) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<VoidBillMutation, VoidBillMutationVariables>;
export const WaiveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Waive($input: WaiveInput!) {
  waive(input: $input) {
    id
    accountNumber
    amount
    status
    replaces {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<WaiveMutation, WaiveMutationVariables>;
export const AddStudentToApplicationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddStudentToApplication($input: AddStudentInput!) {
  addStudentToApplication(input: $input) {
    id
    status
    relationship
  }
}
    `) as unknown as TypedDocumentString<AddStudentToApplicationMutation, AddStudentToApplicationMutationVariables>;
export const AnswerPersonLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerPersonLink($input: AnswerPersonLinkInput!) {
  answerPersonLink(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AnswerPersonLinkMutation, AnswerPersonLinkMutationVariables>;
export const ApplicationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Applications {
  myApplications {
    id
    status
    step
    consentVersion
    submittedAt
    requests {
      id
      status
      relationship
      otherRelationship
      appliedAt
      returnReason
      student {
        id
        maskedName
        level
        school {
          code
          name
        }
      }
      guardian {
        name
        maskedNationalId
        email
        mobile
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationsQuery, ApplicationsQueryVariables>;
export const BadgeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Badge {
  me {
    id
    unpaidBillCount
  }
}
    `) as unknown as TypedDocumentString<BadgeQuery, BadgeQueryVariables>;
export const BillDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const BillInboxDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BillInbox($last: Int!) {
  billNotices(last: $last) {
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
          dueDate
          status
          student {
            id
            maskedName
            name
          }
        }
      }
    }
    pageInfo {
      hasPreviousPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BillInboxQuery, BillInboxQueryVariables>;
export const BillListDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BillList($first: Int, $after: Cursor, $status: BillStatus) {
  myBills(first: $first, after: $after, status: $status) {
    edges {
      cursor
      node {
        id
        title
        amount
        dueDate
        status
        overdue
        paidAt
        student {
          id
          maskedName
          name
        }
        school {
          code
          name
        }
        claims {
          id
          channel
          startedAt
          expiresAt
          mine
          by
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BillListQuery, BillListQueryVariables>;
export const BillNoticeDocument = /*#__PURE__*/ new TypedDocumentString(`
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
        id
        maskedName
        name
        schoolClass {
          id
          name
        }
      }
      school {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BillNoticeSubscription, BillNoticeSubscriptionVariables>;
export const BillNoticesDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const BillToPayDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BillToPay($id: ID!) {
  bill(id: $id) {
    id
    accountNumber
    title
    items {
      name
      amount
      waived
    }
    amount
    dueDate
    status
    overdue
    issuedAt
    paidAt
    endReason
    reduced
    owedBack {
      id
      amount
      reason
      paidBack
      credited
      accountGiven
      mayGiveAccount
      account {
        bankCode
        maskedAccount
      }
      closedAt
    }
    replacedBy {
      id
    }
    student {
      id
      maskedName
      name
      schoolClass {
        id
        name
      }
    }
    school {
      code
      name
    }
    claims {
      id
      channel
      startedAt
      expiresAt
      mine
      by
    }
    paymentOptions {
      channel
      ... on AtmOption {
        bankCode
        bankName
        accountNumber
        twqr {
          payload
          svg
        }
      }
      ... on ConvenienceStoreOption {
        segments
        barcodes
      }
      ... on EasyWalletOption {
        url
        qrSvg
      }
      ... on PayTaipeiOption {
        url
        qrSvg
      }
      ... on CreditCardOption {
        url
        qrSvg
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BillToPayQuery, BillToPayQueryVariables>;
export const BindingInboxDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BindingInbox($last: Int!) {
  bindingNotices(last: $last) {
    edges {
      cursor
      node {
        id
        kind
        occurredAt
        reason
        request {
          id
          status
          student {
            id
            maskedName
          }
        }
      }
    }
    pageInfo {
      hasPreviousPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BindingInboxQuery, BindingInboxQueryVariables>;
export const BindingNoticesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BindingNotices($first: Int, $after: Cursor, $last: Int) {
  bindingNotices(first: $first, after: $after, last: $last) {
    edges {
      cursor
      node {
        id
        kind
        occurredAt
        reason
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
export const BindingOutcomeDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription BindingOutcome($after: Cursor) {
  bindingOutcome(after: $after) {
    id
    cursor
    kind
    occurredAt
    reason
    request {
      id
      status
      returnReason
      student {
        id
        maskedName
        school {
          code
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BindingOutcomeSubscription, BindingOutcomeSubscriptionVariables>;
export const CancelPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelPayment($claimId: ID!) {
  cancelPayment(claimId: $claimId) {
    id
    status
    claims {
      id
      channel
      startedAt
      expiresAt
      mine
      by
    }
  }
}
    `) as unknown as TypedDocumentString<CancelPaymentMutation, CancelPaymentMutationVariables>;
export const CancelRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelRequest($requestId: ID!) {
  cancelRequest(requestId: $requestId) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<CancelRequestMutation, CancelRequestMutationVariables>;
export const ChangePasswordDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    id
    mustChangePassword
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ChildDisclosuresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ChildDisclosures($studentId: ID!, $first: Int, $after: Cursor) {
  childDisclosures(studentId: $studentId, first: $first, after: $after) {
    edges {
      cursor
      node {
        at
        by
        role
        what
        reason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ChildDisclosuresQuery, ChildDisclosuresQueryVariables>;
export const ClaimNoticeDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription ClaimNotice($after: Cursor) {
  claimNotice(after: $after) {
    id
    cursor
    kind
    occurredAt
    bill {
      id
      status
      claims {
        id
        channel
        startedAt
        expiresAt
        mine
        by
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimNoticeSubscription, ClaimNoticeSubscriptionVariables>;
export const ClaimNoticesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ClaimNotices($first: Int, $after: Cursor, $last: Int) {
  claimNotices(first: $first, after: $after, last: $last) {
    edges {
      cursor
      node {
        id
        kind
        occurredAt
        bill {
          id
          title
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimNoticesQuery, ClaimNoticesQueryVariables>;
export const ConfirmContactChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmContactChange($input: ConfirmVerificationCodeInput!) {
  confirmContactChange(input: $input) {
    id
    email
    mobile
  }
}
    `) as unknown as TypedDocumentString<ConfirmContactChangeMutation, ConfirmContactChangeMutationVariables>;
export const ConfirmSignatureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmSignature($input: ConfirmSignatureInput!) {
  confirmSignature(input: $input) {
    proof
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ConfirmSignatureMutation, ConfirmSignatureMutationVariables>;
export const CorrectGuardianDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectGuardian($input: CorrectGuardianInput!) {
  correctGuardian(input: $input) {
    declaration
    maskedNationalId
    loginCheck
  }
}
    `) as unknown as TypedDocumentString<CorrectGuardianMutation, CorrectGuardianMutationVariables>;
export const DeclareGuardianDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclareGuardian($input: SetGuardianInput!) {
  setGuardian(input: $input) {
    declaration
    maskedNationalId
    loginCheck
  }
}
    `) as unknown as TypedDocumentString<DeclareGuardianMutation, DeclareGuardianMutationVariables>;
export const DeclaredGuardiansDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DeclaredGuardians {
  myApplications {
    id
    guardian {
      name
      maskedNationalId
      email
      mobile
    }
  }
}
    `) as unknown as TypedDocumentString<DeclaredGuardiansQuery, DeclaredGuardiansQueryVariables>;
export const DeclineConsentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineConsent($applicationId: ID!) {
  declineConsent(applicationId: $applicationId) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<DeclineConsentMutation, DeclineConsentMutationVariables>;
export const DeliveryPreferencesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DeliveryPreferences {
  me {
    id
    email
    mobile
    emailUndeliverable
  }
  deliveryPreferences {
    kind
    email
    sms
    push
  }
}
    `) as unknown as TypedDocumentString<DeliveryPreferencesQuery, DeliveryPreferencesQueryVariables>;
export const EndSessionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const FindStudentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindStudent($input: FindStudentInput!) {
  findStudent(input: $input) {
    match
    maskedName
  }
}
    `) as unknown as TypedDocumentString<FindStudentQuery, FindStudentQueryVariables>;
export const HomeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Home {
  me {
    id
    displayName
    email
    mobile
    mustChangePassword
    unpaidBillCount
  }
  myBindings {
    id
    relationship
    since
    student {
      id
      maskedName
      name
      level
      unpaidBillCount
      schoolClass {
        id
        name
      }
      school {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const MyAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyAccount {
  me {
    id
    email
    mobile
    userName
  }
}
    `) as unknown as TypedDocumentString<MyAccountQuery, MyAccountQueryVariables>;
export const MyApplicationsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const MyBillsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const MyBindingsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyBindingsQuery, MyBindingsQueryVariables>;
export const MyDataRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyDataRequests {
  myDataRequests {
    id
    askedAt
    gathered
    sources
    readyAt
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<MyDataRequestsQuery, MyDataRequestsQueryVariables>;
export const MyDisclosuresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyDisclosures($first: Int, $after: Cursor) {
  myDisclosures(first: $first, after: $after) {
    edges {
      cursor
      node {
        at
        by
        role
        what
        reason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MyDisclosuresQuery, MyDisclosuresQueryVariables>;
export const MyPersonLinksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPersonLinks {
  myPersonLinks {
    id
    requestId
    appliedAt
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<MyPersonLinksQuery, MyPersonLinksQueryVariables>;
export const MySessionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MySessions {
  mySessions {
    id
    client
    since
    lastSeenAt
    agent
    current
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const MySignInsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MySignIns($first: Int!, $after: Cursor) {
  mySignIns(first: $first, after: $after) {
    edges {
      cursor
      node {
        at
        succeeded
        client
        address
        agent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MySignInsQuery, MySignInsQueryVariables>;
export const MyWalletLinksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyWalletLinks {
  myWalletLinks {
    id
    scopes
    since
    lastUsedAt
    partner {
      id
      name
      suspendedAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyWalletLinksQuery, MyWalletLinksQueryVariables>;
export const OpenMyDataDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenMyData($input: OpenMyDataInput!) {
  openMyData(input: $input) {
    page {
      url
      expiresAt
    }
    json {
      url
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<OpenMyDataMutation, OpenMyDataMutationVariables>;
export const PushServiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PushService {
  pushService {
    serverKey
    subscribed
  }
}
    `) as unknown as TypedDocumentString<PushServiceQuery, PushServiceQueryVariables>;
export const RecordConsentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordConsent($input: RecordConsentInput!) {
  recordConsent(input: $input) {
    id
    step
    consentVersion
  }
}
    `) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const RemoveStudentFromApplicationDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const RequestContactChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestContactChange($input: RequestContactChangeInput!) {
  requestContactChange(input: $input) {
    challengeId
    reference
    expiresAt
    resendAfter
  }
}
    `) as unknown as TypedDocumentString<RequestContactChangeMutation, RequestContactChangeMutationVariables>;
export const RequestDeletionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestDeletion($input: RequestDeletionInput!) {
  requestDeletion(input: $input) {
    requestedAt
    destroysAt
  }
}
    `) as unknown as TypedDocumentString<RequestDeletionMutation, RequestDeletionMutationVariables>;
export const RequestMyDataDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestMyData {
  requestMyData {
    id
    askedAt
    gathered
    sources
    readyAt
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RequestMyDataMutation, RequestMyDataMutationVariables>;
export const ResubmitRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResubmitRequest($input: ResubmitRequestInput!) {
  resubmitRequest(input: $input) {
    id
    status
    relationship
  }
}
    `) as unknown as TypedDocumentString<ResubmitRequestMutation, ResubmitRequestMutationVariables>;
export const SetDeliveryPreferenceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetDeliveryPreference($input: DeliveryPreferenceInput!) {
  setDeliveryPreference(input: $input) {
    kind
    email
    sms
    push
  }
}
    `) as unknown as TypedDocumentString<SetDeliveryPreferenceMutation, SetDeliveryPreferenceMutationVariables>;
export const SetGuardianDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetGuardian($input: SetGuardianInput!) {
  setGuardian(input: $input) {
    declaration
    maskedNationalId
    loginCheck
    session {
      token
    }
  }
}
    `) as unknown as TypedDocumentString<SetGuardianMutation, SetGuardianMutationVariables>;
export const SetRefundAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetRefundAccount($input: SetRefundAccountInput!) {
  setRefundAccount(input: $input) {
    id
    accountGiven
    account {
      bankCode
      maskedAccount
      givenAt
    }
  }
}
    `) as unknown as TypedDocumentString<SetRefundAccountMutation, SetRefundAccountMutationVariables>;
export const SetUserNameDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetUserName($input: SetUserNameInput!) {
  setUserName(input: $input) {
    id
    userName
  }
}
    `) as unknown as TypedDocumentString<SetUserNameMutation, SetUserNameMutationVariables>;
export const SignApplicationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignApplication($input: SignApplicationInput!) {
  signApplication(input: $input) {
    id
    step
  }
}
    `) as unknown as TypedDocumentString<SignApplicationMutation, SignApplicationMutationVariables>;
export const SignOutEverywhereDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignOutEverywhere {
  signOutEverywhere {
    id
  }
}
    `) as unknown as TypedDocumentString<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
export const StartApplicationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartApplication {
  startApplication {
    id
    status
    step
    requests {
      id
      relationship
      student {
        id
        maskedName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StartApplicationMutation, StartApplicationMutationVariables>;
export const StartPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const SubmitApplicationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitApplication($input: SubmitApplicationInput!) {
  submitApplication(input: $input) {
    id
    status
    submittedAt
    requests {
      id
      status
      student {
        id
        maskedName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const SubscribeToPushDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubscribeToPush($input: SubscribeToPushInput!) {
  subscribeToPush(input: $input) {
    serverKey
    subscribed
  }
}
    `) as unknown as TypedDocumentString<SubscribeToPushMutation, SubscribeToPushMutationVariables>;
export const UnlinkWalletDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlinkWallet($id: ID!) {
  unlinkWallet(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<UnlinkWalletMutation, UnlinkWalletMutationVariables>;
export const UnsubscribeFromPushDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnsubscribeFromPush {
  unsubscribeFromPush {
    serverKey
    subscribed
  }
}
    `) as unknown as TypedDocumentString<UnsubscribeFromPushMutation, UnsubscribeFromPushMutationVariables>;
export const VerifyContactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VerifyContact($input: ConfirmVerificationCodeInput!) {
  verifyContact(input: $input) {
    by
    target
  }
}
    `) as unknown as TypedDocumentString<VerifyContactMutation, VerifyContactMutationVariables>;
export const AppointStaffDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AppointStaff($input: AppointStaffInput!) {
  appointStaff(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AppointStaffMutation, AppointStaffMutationVariables>;
export const ApproveStaffRoleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveStaffRole($id: ID!) {
  approveStaffRole(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ApproveStaffRoleMutation, ApproveStaffRoleMutationVariables>;
export const DisableAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DisableAccount($input: AccountCareInput!) {
  disableAccount(input: $input) {
    id
    maskedName
    maskedEmail
    emailUndeliverable
    maskedMobile
    isGuardian
    staffRoles {
      id
      role
      school {
        code
        name
      }
    }
    state
    createdAt
    firstSignInUntil
    disabledAt
    disabledReason
    isChangeable
  }
}
    `) as unknown as TypedDocumentString<DisableAccountMutation, DisableAccountMutationVariables>;
export const EnableAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EnableAccount($input: AccountCareInput!) {
  enableAccount(input: $input) {
    id
    maskedName
    maskedEmail
    emailUndeliverable
    maskedMobile
    isGuardian
    staffRoles {
      id
      role
      school {
        code
        name
      }
    }
    state
    createdAt
    firstSignInUntil
    disabledAt
    disabledReason
    isChangeable
  }
}
    `) as unknown as TypedDocumentString<EnableAccountMutation, EnableAccountMutationVariables>;
export const EndStaffRoleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndStaffRole($input: EndStaffRoleInput!) {
  endStaffRole(input: $input) {
    id
    state
    until
  }
}
    `) as unknown as TypedDocumentString<EndStaffRoleMutation, EndStaffRoleMutationVariables>;
export const FindAccountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindAccounts($input: FindAccountsInput!) {
  accounts(input: $input, first: 20) {
    edges {
      node {
        id
        maskedName
        maskedEmail
        emailUndeliverable
        maskedMobile
        isGuardian
        staffRoles {
          id
          role
          school {
            code
            name
          }
        }
        state
        createdAt
        firstSignInUntil
        disabledAt
        disabledReason
        isChangeable
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindAccountsQuery, FindAccountsQueryVariables>;
export const ImportStaffDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportStaff($input: ImportStaffInput!) {
  importStaff(input: $input) {
    applied
    lines {
      line
      name
      email
      role
      from
      until
      outcome
    }
    problems {
      line
      column
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportStaffMutation, ImportStaffMutationVariables>;
export const ResendMessageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResendMessage($id: ID!) {
  resendMessage(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ResendMessageMutation, ResendMessageMutationVariables>;
export const ResetSecondFactorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResetSecondFactor($input: AccountCareInput!) {
  resetSecondFactor(input: $input) {
    id
    maskedName
    maskedEmail
    emailUndeliverable
    maskedMobile
    isGuardian
    staffRoles {
      id
      role
      school {
        code
        name
      }
    }
    state
    createdAt
    firstSignInUntil
    disabledAt
    disabledReason
    isChangeable
  }
}
    `) as unknown as TypedDocumentString<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const RestartFirstSignInDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestartFirstSignIn($input: AccountCareInput!) {
  restartFirstSignIn(input: $input) {
    id
    maskedName
    maskedEmail
    emailUndeliverable
    maskedMobile
    isGuardian
    staffRoles {
      id
      role
      school {
        code
        name
      }
    }
    state
    createdAt
    firstSignInUntil
    disabledAt
    disabledReason
    isChangeable
  }
}
    `) as unknown as TypedDocumentString<RestartFirstSignInMutation, RestartFirstSignInMutationVariables>;
export const SchoolStaffDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SchoolStaff($schoolCode: ID, $role: Role, $onlyAwaiting: Boolean = false, $withPast: Boolean = false, $after: Cursor) {
  staff(
    schoolCode: $schoolCode
    role: $role
    onlyAwaiting: $onlyAwaiting
    withPast: $withPast
    first: 100
    after: $after
  ) {
    edges {
      node {
        id
        role
        name
        email
        from
        until
        endedFrom
        state
        mayApprove
        isOwn
        school {
          code
          name
        }
        schoolClass {
          id
          name
        }
        account {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolStaffQuery, SchoolStaffQueryVariables>;
export const UndeliveredMessagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UndeliveredMessages($first: Int = 20, $after: Cursor) {
  undeliveredMessages(first: $first, after: $after) {
    edges {
      node {
        id
        kind
        by
        maskedTarget
        error
        since
        canBeSent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<UndeliveredMessagesQuery, UndeliveredMessagesQueryVariables>;
export const UndoStaffRoleEndDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UndoStaffRoleEnd($id: ID!) {
  undoStaffRoleEnd(id: $id) {
    id
    state
    until
  }
}
    `) as unknown as TypedDocumentString<UndoStaffRoleEndMutation, UndoStaffRoleEndMutationVariables>;
export const UnlockAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlockAccount($input: AccountCareInput!) {
  unlockAccount(input: $input) {
    id
    maskedName
    maskedEmail
    emailUndeliverable
    maskedMobile
    isGuardian
    staffRoles {
      id
      role
      school {
        code
        name
      }
    }
    state
    createdAt
    firstSignInUntil
    disabledAt
    disabledReason
    isChangeable
  }
}
    `) as unknown as TypedDocumentString<UnlockAccountMutation, UnlockAccountMutationVariables>;
export const AssignDeputyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AssignDeputy($input: AssignDeputyInput!) {
  assignDeputy(input: $input) {
    id
    from
    until
  }
}
    `) as unknown as TypedDocumentString<AssignDeputyMutation, AssignDeputyMutationVariables>;
export const ClassStudentsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const EndDeputyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndDeputy($id: ID!) {
  endDeputy(id: $id) {
    id
    endedAt
  }
}
    `) as unknown as TypedDocumentString<EndDeputyMutation, EndDeputyMutationVariables>;
export const ImportRosterDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportRoster($input: ImportRosterInput!) {
  importRoster(input: $input) {
    applied
    added
    changed
    moved
    left
    coming
    changing
    moving
    leaving
    newClasses
    endingClasses
    before
    columns {
      title
      means
    }
    problemCount
    problems {
      line
      column
      code
      severity
      confirmation
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportRosterMutation, ImportRosterMutationVariables>;
export const LateRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LateRequests($schoolCode: ID!, $first: Int = 20, $after: Cursor) {
  lateRequests(schoolCode: $schoolCode, first: $first, after: $after) {
    edges {
      node {
        id
        version
        appliedAt
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
    `) as unknown as TypedDocumentString<LateRequestsQuery, LateRequestsQueryVariables>;
export const RegistrarReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RegistrarReview($schoolCode: ID!) {
  registrarReview(schoolCode: $schoolCode) {
    dataCheck
    student {
      id
      seatNumber
      name
      maskedName
      studentNumber
      schoolClass {
        id
        name
      }
    }
    bindings {
      id
      relationship
      since
      request {
        id
        otherRelationship
        guardian {
          name
          maskedNationalId
          mobile
          email
        }
      }
    }
    pending {
      id
      version
      status
      relationship
      otherRelationship
      appliedAt
      dataCheck
      provisionRefusal {
        code
        message
      }
      guardian {
        name
        maskedNationalId
        mobile
        email
        loginCheck
        formerMaskedNationalId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegistrarReviewQuery, RegistrarReviewQueryVariables>;
export const RevealStudentIdDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevealStudentId($input: RevealStudentIdInput!) {
  revealStudentId(input: $input) {
    nationalId
  }
}
    `) as unknown as TypedDocumentString<RevealStudentIdMutation, RevealStudentIdMutationVariables>;
export const RevokeBindingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeBinding($input: RevokeBindingInput!) {
  revokeBinding(input: $input) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<RevokeBindingMutation, RevokeBindingMutationVariables>;
export const SchoolClassesDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const SchoolDeputiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SchoolDeputies($schoolCode: ID!) {
  deputies(schoolCode: $schoolCode) {
    id
    from
    until
    schoolClass {
      id
      name
    }
    account {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolDeputiesQuery, SchoolDeputiesQueryVariables>;
export const SupportCaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SupportCase($id: ID!) {
  supportCase(id: $id) {
    id
    state
    createdAt
    firstSignInUntil
    disabledAt
    messages {
      kind
      by
      state
      writtenAt
      givenUpAt
      tries
    }
    requests {
      id
      status
      version
      appliedAt
      decidedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SupportCaseQuery, SupportCaseQueryVariables>;
export const ApproveRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const ClassGridDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ClassGrid($classId: ID!) {
  classReview(classId: $classId) {
    dataCheck
    student {
      id
      seatNumber
      name
      maskedName
      studentNumber
      schoolClass {
        id
        name
      }
    }
    bindings {
      id
      relationship
      since
      request {
        id
        otherRelationship
        guardian {
          name
          maskedNationalId
          mobile
          email
        }
      }
    }
    pending {
      id
      version
      status
      relationship
      otherRelationship
      appliedAt
      dataCheck
      provisionRefusal {
        code
        message
      }
      guardian {
        name
        maskedNationalId
        mobile
        email
        loginCheck
        formerMaskedNationalId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClassGridQuery, ClassGridQueryVariables>;
export const ClassReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
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
      version
      status
      relationship
      appliedAt
      dataCheck
      provisionRefusal {
        code
        message
      }
      guardian {
        name
        maskedNationalId
        mobile
        email
        loginCheck
        formerMaskedNationalId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClassReviewQuery, ClassReviewQueryVariables>;
export const LastReturnReasonsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LastReturnReasons {
  lastReturnReasons
}
    `) as unknown as TypedDocumentString<LastReturnReasonsQuery, LastReturnReasonsQueryVariables>;
export const MyClassesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyClasses {
  myClasses {
    id
    name
    grade
    isHomeroom
    deputyUntil
    school {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<MyClassesQuery, MyClassesQueryVariables>;
export const ReturnRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReturnRequest($input: ReturnRequestInput!) {
  returnRequest(input: $input) {
    id
    status
    returnReason
  }
}
    `) as unknown as TypedDocumentString<ReturnRequestMutation, ReturnRequestMutationVariables>;
export const RevealGuardianIdDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevealGuardianId($input: RevealGuardianIdInput!) {
  revealGuardianId(input: $input) {
    nationalId
  }
}
    `) as unknown as TypedDocumentString<RevealGuardianIdMutation, RevealGuardianIdMutationVariables>;
export const ReviewNoticeDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription ReviewNotice($after: Cursor) {
  reviewNotice(after: $after) {
    id
    cursor
    occurredAt
    classId
  }
}
    `) as unknown as TypedDocumentString<ReviewNoticeSubscription, ReviewNoticeSubscriptionVariables>;
export const ReviewNoticesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReviewNotices($first: Int, $after: Cursor, $last: Int) {
  reviewNotices(first: $first, after: $after, last: $last) {
    edges {
      cursor
      node {
        id
        occurredAt
        classId
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewNoticesQuery, ReviewNoticesQueryVariables>;
export const StaffDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Staff {
  me {
    id
    displayName
    email
    staffRoles {
      id
      role
      school {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StaffQuery, StaffQueryVariables>;
export const LinkedBillNoticeDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription LinkedBillNotice($after: Cursor) {
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
      school {
        code
        name
      }
      student {
        id
        maskedName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LinkedBillNoticeSubscription, LinkedBillNoticeSubscriptionVariables>;
export const LinkedBillNoticesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LinkedBillNotices($first: Int, $after: Cursor, $last: Int) {
  billNotices(first: $first, after: $after, last: $last) {
    edges {
      cursor
      node {
        id
        kind
        occurredAt
        bill {
          id
          accountNumber
          title
          amount
          dueDate
          status
          school {
            code
            name
          }
          student {
            id
            maskedName
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<LinkedBillNoticesQuery, LinkedBillNoticesQueryVariables>;
export const LinkedBillsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LinkedBills($first: Int, $after: Cursor, $status: BillStatus) {
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
          code
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
    `) as unknown as TypedDocumentString<LinkedBillsQuery, LinkedBillsQueryVariables>;
export const NotifyPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const PayableBillDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PayableBill($accountNumber: PayAccountNumber!, $payerReference: String) {
  billByAccountNumber(
    accountNumber: $accountNumber
    payerReference: $payerReference
  ) {
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