import { Refusal, type Words } from "@campus-graph/kit/refusals/refusal";

/** No bill has this account number, or none that this partner may know of. */
export class BillNotFound extends Refusal {
  readonly code = "BILL_NOT_FOUND";
}

/** The bill is paid, so no further payment can be started. Money that arrives all the same is an overpayment. */
export class AlreadyPaid extends Refusal {
  readonly code = "ALREADY_PAID";
}

/** The channel no longer takes money for this bill, so no payment through it can be started. */
export class PastDue extends Refusal {
  readonly code = "PAST_DUE";
}

/** The issuer does not take this bill through the channel; or, of a notice, the partner may not speak for it. */
export class ChannelNotEnabled extends Refusal {
  readonly code = "CHANNEL_NOT_ENABLED";

  constructor(channel = "", { whose = "bill" }: { whose?: keyof typeof channelFaults } = {}) {
    super({ channel, explanation: channelFaults[whose] });
  }
}

/** What to do: to a payer, and to a partner that speaks for a channel which the city has not registered for it. */
const channelFaults = {
  school: {
    "zh-TW": "本校目前沒有開通此管道，或沒有業者受理；請從可選的管道中選擇。",
    en: "The school has no agreement or no partner for it: choose among the channels that are offered.",
  },
  amount: {
    "zh-TW": "金額超過超商單張上限；請另選管道。",
    en: "The amount is more than a store takes on one slip: choose a further channel.",
  },
  bill: { "zh-TW": "請改用此繳費單的其他管道。", en: "Choose another channel of this bill." },
  partner: {
    "zh-TW": "貴單位未登記此管道，未入帳；請填寫實際使用的管道，或洽主管機關登記。",
    en: "You are not registered for it, and nothing was recorded: name the channel that was used, or have the city register you.",
  },
} as const satisfies Record<string, Words>;

/** The amount is not the bill's. Nothing is recorded. */
export class AmountDiffers extends Refusal {
  readonly code = "AMOUNT_DIFFERS";
}

/** The bill was replaced by one with another number. */
export class Superseded extends Refusal {
  readonly code = "SUPERSEDED";
}

/** The school has taken the bill back or waived it, so nothing of it is due, and nothing of it can be changed. */
export class BillEnded extends Refusal {
  readonly code = "BILL_ENDED";
}

/** The new bill would say what the old one says. */
export class NothingAmended extends Refusal {
  readonly code = "NOTHING_AMENDED";
}

/** The partner used this transaction number for another payment. Nothing is recorded. */
export class TransactionConflict extends Refusal {
  readonly code = "TRANSACTION_CONFLICT";
}

/** The city has suspended the partner, so its signature proves nothing: a key may be stolen. Nothing is recorded. */
export class PartnerSuspended extends Refusal {
  readonly code = "PARTNER_SUSPENDED";
}

/** What may be wrong with a proof, and what to do. */
const proofFaults = {
  FORM: {
    "zh-TW": "proof 不是內容分離的 JWS（格式為 <protected>..<signature>）。",
    en: "It is not a detached JWS: write <protected>..<signature>, the middle part left empty.",
  },
  ALGORITHM: { "zh-TW": "簽章演算法（alg）必須是 ES256。", en: "Its alg must be ES256." },
  KEY: {
    "zh-TW": "kid 不是貴單位目前有效的金鑰。",
    en: "Its kid names none of your valid keys.",
  },
  SIGNATURE_DER: {
    "zh-TW":
      "簽章是 DER 格式（openssl 與 Java 的預設）；JWS 的 ES256 簽章為 r‖s 共 64 個位元組，以 base64url 表示。",
    en: "Its signature is DER, as openssl and Java write it by themselves. ES256 in a JWS is r‖s: 32 bytes each, 64 in all, then base64url.",
  },
  SIGNATURE: {
    "zh-TW":
      "簽章與內容不符，請核對金鑰，並確認簽署的是 input 的 RFC 8785 標準形式，paidAt 為 UTC 並含毫秒。",
    en: "It does not verify. Check the key, and that you sign the RFC 8785 form of this very input, paidAt in UTC with milliseconds.",
  },
  OPERATION: {
    "zh-TW": "標頭的 operation 必須與呼叫的操作同名，例如 notifyPayment。",
    en: "Its header's operation must be the mutation's name, such as notifyPayment.",
  },
  AUDIENCE: { "zh-TW": "標頭的 aud 必須是 campus-graph。", en: "Its header's aud must be campus-graph." },
  TIME: { "zh-TW": "標頭缺少 iat（Unix 秒數）。", en: "Its header needs iat, in Unix seconds." },
  NONCE: {
    "zh-TW": "標頭的 nonce 必須是 8 至 128 個字元，每次不同。",
    en: "Its header's nonce must be 8 to 128 characters, new each time.",
  },
} as const satisfies Record<string, Words>;

export type ProofFault = keyof typeof proofFaults;

/** The proof was not made by this partner for this very input; `fault` says by which part of it. */
export class BadSignature extends Refusal {
  readonly code = "BAD_SIGNATURE";

  constructor(fault: ProofFault = "SIGNATURE") {
    super({ fault, explanation: proofFaults[fault] });
  }
}

/** The proof is good but its time is more than ten minutes from ours. */
export class ClockSkew extends Refusal {
  readonly code = "CLOCK_SKEW";
}

/** Somebody has started to pay this bill through the same channel; `expiresAt` says how long that is held. */
export class PaymentUnderWay extends Refusal {
  readonly code = "PAYMENT_UNDER_WAY";
}

/** The student was given an equal bill in the last ten minutes: most likely the same act under another key. */
export class AlreadyBilled extends Refusal {
  readonly code = "ALREADY_BILLED";
}

/** No student of that id is at the school. */
export class StudentNotAtSchool extends Refusal {
  readonly code = "STUDENT_NOT_AT_SCHOOL";
}

/** No student of that class is known at the school. */
export class ClassNotAtSchool extends Refusal {
  readonly code = "CLASS_NOT_AT_SCHOOL";
}

/** The school has no agreement with a bank yet, so its bills could not be numbered. */
export class IssuerNotSet extends Refusal {
  readonly code = "ISSUER_NOT_SET";
}

/** All of the case's money is credited or paid back, so nothing of it can be decided any more. */
export class CaseClosed extends Refusal {
  readonly code = "CASE_CLOSED";
}

/** The case has less money left than that; `open` says how much. */
export class CaseExceeded extends Refusal {
  readonly code = "CASE_EXCEEDED";
}

/** The bill cannot take the case's money: it is not unpaid, or another student's or school's. */
export class BillTakesNoCredit extends Refusal {
  readonly code = "BILL_TAKES_NO_CREDIT";
}

/** The refund was decided before, or is no proposal. */
export class RefundDecided extends Refusal {
  readonly code = "REFUND_DECIDED";
}

/** Whoever proposed the refund cannot approve it. */
export class OwnRefund extends Refusal {
  readonly code = "OWN_REFUND";
}

/** The account to pay back to was given by the other guardian, or the bank has been asked to pay to it. */
export class RefundAccountFixed extends Refusal {
  readonly code = "REFUND_ACCOUNT_FIXED";
}

/** The other guardian began to pay by that channel before the money came, so it is they who are asked. */
export class OtherGuardianPaid extends Refusal {
  readonly code = "OTHER_GUARDIAN_PAID";
}

/** The text is no settlement file of a known format, or a line of it breaks its rule: `line` and `rule` say which. */
export class SettlementUnreadable extends Refusal {
  readonly code = "SETTLEMENT_UNREADABLE";
}

/** The lines do not add up to what the file's trailer says: it was cut or altered. */
export class SettlementTotalsDiffer extends Refusal {
  readonly code = "SETTLEMENT_TOTALS_DIFFER";
}

/** The file is another partner's, one's that the city does not know, or of a day to come. */
export class SettlementOfOthers extends Refusal {
  readonly code = "SETTLEMENT_OF_OTHERS";
}

/** A file of that partner, day and number was imported, and it said something else. */
export class SettlementFileConflict extends Refusal {
  readonly code = "SETTLEMENT_FILE_CONFLICT";
}

/** Somebody has decided about the exception already. */
export class ExceptionResolved extends Refusal {
  readonly code = "EXCEPTION_RESOLVED";
}

/** The exception has no such remedy. */
export class RemedyNotPossible extends Refusal {
  readonly code = "REMEDY_NOT_POSSIBLE";
}

// What a preview warns of. Nothing of it keeps a bill from being issued.

/** No guardian is bound to the student, so nobody is told of the bill by this graph. */
export class NoGuardianBound extends Refusal {
  readonly code = "NO_GUARDIAN_BOUND";
}

/** The student was given a bill of this title before. */
export class BilledBefore extends Refusal {
  readonly code = "BILLED_BEFORE";
}

/** The amount is far from what the school has billed so far. */
export class AmountUnusual extends Refusal {
  readonly code = "AMOUNT_UNUSUAL";
}

/** There is little time left to pay. */
export class DueSoon extends Refusal {
  readonly code = "DUE_SOON";
}

/** There is so much time to pay that the bill may be forgotten. */
export class DueLate extends Refusal {
  readonly code = "DUE_LATE";
}
