import type { Language } from "./pages.ts";

type Words = Readonly<Record<Language, string>>;

/** The kinds of things that can be done about a refusal. `again`: whether the same request may be sent again by itself. */
export const remedies = {
  correct: {
    again: false,
    en: "Show the sentence: the person corrects what it names and sends again.",
    "zh-TW": "顯示訊息，請使用者更正後再送出。",
  },
  program: {
    again: false,
    en: "The program asked wrongly: mend it. The same request is refused each time.",
    "zh-TW": "程式送出的內容有誤，請修正程式；原樣重送仍會被拒絕。",
  },
  retry: {
    again: true,
    en: "It passes. Send the same request again after 1, 2, 4 … seconds; a mutation under its same key or transaction number, so that nothing is done twice.",
    "zh-TW": "暫時性狀況。於 1、2、4…秒後以原內容重送；異動須沿用同一識別鍵或交易序號，不會重複執行。",
  },
  wait: {
    again: true,
    en: "Wait as long as the details say, then send it again.",
    "zh-TW": "依所附時間等候後再送出。",
  },
  signIn: {
    again: false,
    en: "Get a new token, or have the person sign in; then send it again.",
    "zh-TW": "重新取得權杖或請使用者登入後再送出。",
  },
  reload: {
    again: false,
    en: "Something has changed since it was shown: read it again and show what is there now.",
    "zh-TW": "資料已異動，請重新讀取並顯示最新內容。",
  },
  redo: {
    again: false,
    en: "Take the step before anew: another code, the list from its start, another proof, the whole text of an operation.",
    "zh-TW": "重做上一步：重新索取驗證碼、重新讀取清單、重新簽章，或送出操作全文。",
  },
  confirm: {
    again: false,
    en: "Ask the person whether it is meant, and send it again with the confirmation that the sentence names.",
    "zh-TW": "請使用者確認；若無誤，依訊息所示附上確認後再送出。",
  },
  check: {
    again: false,
    en: "A preview warns of it: the person looks again, and goes on if it is meant.",
    "zh-TW": "預覽時的提醒：請使用者再確認一次，無誤即可繼續。",
  },
  others: {
    again: false,
    en: "Somebody else has to act first: the school, the city, or the owner of the account, as the sentence says.",
    "zh-TW": "須由學校、主管機關或帳號本人先行處理，詳見訊息。",
  },
  done: {
    again: false,
    en: "There is nothing to do: what was asked for is so already.",
    "zh-TW": "無須處理，狀態已是如此。",
  },
} as const satisfies Record<string, Words & { again: boolean }>;

type Remedy = keyof typeof remedies;

const codesOf: Readonly<Record<Remedy, string>> = {
  correct: `REMEDY_NOT_POSSIBLE SETTLEMENT_FILE_CONFLICT SETTLEMENT_OF_OTHERS SETTLEMENT_TOTALS_DIFFER SETTLEMENT_UNREADABLE BILL_TAKES_NO_CREDIT CASE_EXCEEDED AMOUNT_DIFFERS NOTHING_AMENDED APPLICATION_INCOMPLETE BAD_BIRTH_DATE BAD_CHARACTER BAD_CLASS_NAME BAD_INPUT BAD_SEAT_NUMBER
    BILL_NOT_FOUND CHANNEL_NOT_ENABLED CLASS_HAS_DEPUTY CLASS_NOT_AT_SCHOOL CODE_WRONG CONSENT_NOT_READ CONTACT_TAKEN DEPUTY_NOT_TEACHER EMAIL_INVALID EMAIL_TAKEN
    FORM_TOO_LARGE GUARDIAN_IS_STUDENT MOBILE_INVALID NAME_INVALID NAME_MASKED NATIONAL_ID_INVALID PARTNER_EXISTS
    PARTNER_KEYS_FULL PARTNER_KEY_EXISTS PARTNER_KEY_INVALID PARTNER_KEY_NOT_FOUND PARTNER_LAST_KEY PARTNER_NOT_FOUND
    PASSWORD_PERSONAL PASSWORD_TOO_COMMON PASSWORD_TOO_LONG PASSWORD_TOO_SHORT PASSWORD_UNCHANGED PASSWORD_WRONG
    PUSH_HOST_NOT_ALLOWED PUSH_KEY_CHANGED PUSH_UNAVAILABLE RELATIONSHIP_TEXT_REQUIRED RETURN_REASON_REQUIRED REVOCATION_REASON_REQUIRED SCHOOL_UNKNOWN SECOND_FACTOR_LAST SECOND_FACTOR_WRONG SHEET_MISSING SHEET_TOO_LARGE
    SIGNATURE_EMPTY SIGNATURE_NOT_VALID SIGNATURE_OUTDATED SIGN_IN_WRONG SMS_NOT_AVAILABLE STAFF_NAME_DIFFERS STUDENT_NOT_AT_SCHOOL TOO_MANY_STUDENTS
    USER_NAME_INVALID USER_NAME_RESERVED USER_NAME_TAKEN`,
  program: `BAD_REQUEST BAD_SIGNATURE BAD_USER_INPUT GRAPHQL_PARSE_FAILED GRAPHQL_VALIDATION_FAILED IDEMPOTENCY_CONFLICT METHOD_NOT_ALLOWED NOT_ACCEPTABLE OPERATION_NOT_ANSWERABLE
    OPERATION_NOT_LISTED OPERATION_RESOLUTION_FAILURE PAYLOAD_TOO_LARGE PERSISTED_QUERY_NOT_SUPPORTED POST_REQUIRED PREFLIGHT_HEADER_MISSING QUERY_TOO_COSTLY QUERY_TOO_DEEP
    SUBSCRIPTION_NEEDS_STREAM SUBSCRIPTION_NOT_SUPPORTED TOO_MANY_ALIASES TOO_MANY_DIRECTIVES TOO_MANY_FIELDS
    TOO_MANY_SUBSCRIPTIONS TOO_MANY_TOKENS TRANSACTION_CONFLICT UNSUPPORTED_MEDIA_TYPE`,
  retry: `INTERNAL SESSION_UNCERTAIN SUBGRAPH_RESPONSE_INVALID SUBGRAPH_UNAVAILABLE SUBSCRIPTION_OVERRUN TAKING_EFFECT
    TRY_AGAIN`,
  wait: "DATA_ALREADY_REQUESTED PAYMENT_UNDER_WAY TOO_MANY_ATTEMPTS",
  signIn: "MUST_CHANGE_PASSWORD SECOND_FACTOR_REQUIRED UNAUTHENTICATED",
  reload: `EXCEPTION_RESOLVED REFUND_DECIDED MESSAGE_OUTDATED APPLICATION_NOT_OPEN BINDING_ALREADY_REVOKED CONSENT_NOT_CURRENT DEPUTY_OVER NOT_FOUND PAST_DUE PERSON_LINK_ENDED
    PERSON_LINK_EXPIRED REQUEST_ALREADY_DECIDED REQUEST_CHANGED REQUEST_NOT_OPEN STAFF_ROLE_OVER SUPERSEDED`,
  redo: `ACTIVATION_LINK_ENDED CLOCK_SKEW CODE_EXPIRED EMAIL_NOT_VERIFIED FRESH_CODE_REQUIRED INVALID_CURSOR INVALID_TOKEN PASSKEY_NOT_ENROLLED
    PERSISTED_QUERY_NOT_FOUND RESYNC_REQUIRED SECOND_FACTOR_NOT_BEGUN
    UNDO_LINK_ENDED`,
  confirm: "ALREADY_BILLED ID_CHANGE_UNCONFIRMED",
  check: "AMOUNT_UNUSUAL BILLED_BEFORE DUE_LATE DUE_SOON NO_GUARDIAN_BOUND",
  others: `OTHER_GUARDIAN_PAID OWN_REFUND REFUND_ACCOUNT_FIXED ACCOUNT_CLOSING ACCOUNT_DISABLED ACCOUNT_NOT_YOURS FORBIDDEN GUARDIAN_SLOTS_FULL HOMEROOM_DECIDES ISSUER_NOT_SET OWN_ACCOUNT OWN_APPOINTMENT OWN_REQUEST OWN_ROLE PARTNER_SUSPENDED
    PERSON_HAS_ACCOUNT PERSON_LINK_DECLINED STAFF_KEEP_ACCOUNT`,
  done: "CASE_CLOSED ALREADY_BOUND ALREADY_PAID BILL_ENDED ALREADY_SIGNED_IN CONTACT_UNCHANGED DEPUTY_HAS_HOMEROOM FIRST_SIGN_IN_DONE STAFF_ROLE_HELD STUDENT_ALREADY_IN_APPLICATION STUDENT_ALREADY_REQUESTED",
};

/** Code → what to do about it. A test holds it to the codes that there are. */
export const remedyOf: ReadonlyMap<string, Remedy> = new Map(
  Object.entries(codesOf).flatMap(([remedy, codes]) =>
    codes.split(/\s+/).map((code): [string, Remedy] => [code, remedy as Remedy]),
  ),
);
