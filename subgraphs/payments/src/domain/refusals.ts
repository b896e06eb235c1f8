import { Refusal, type RefusalSentences, type Words } from "@campus-graph/kit/refusal";

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
}

/** The amount is not the bill's. Nothing is recorded. */
export class AmountDiffers extends Refusal {
  readonly code = "AMOUNT_DIFFERS";
}

/** The bill was replaced by one with another number. */
export class Superseded extends Refusal {
  readonly code = "SUPERSEDED";
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

export const refusals: RefusalSentences = {
  BILL_NOT_FOUND: {
    "zh-TW": "查無此繳款帳號的繳費單，請核對 16 碼繳款帳號。",
    en: "No bill has this account number. Check its 16 digits.",
  },
  ALREADY_PAID: { "zh-TW": "此繳費單已繳清，請勿重複繳費。", en: "This bill is paid. Nothing more is due." },
  PAST_DUE: {
    "zh-TW": "已逾繳費期限 {dueDate}，此管道不再受理，請洽學校出納組。",
    en: "The bill was due on {dueDate} and this channel no longer takes it. Ask the school's cashier.",
  },
  CHANNEL_NOT_ENABLED: {
    "zh-TW": "此繳費單不受理該繳費管道（{channel}），請改用其他管道。",
    en: "This bill cannot be paid through {channel}. Choose another channel.",
  },
  AMOUNT_DIFFERS: {
    "zh-TW": "金額與繳費單不符，未入帳。應繳金額為 {amountDue} 元。",
    en: "The amount is not the bill's, and nothing was recorded. NT${amountDue} is due.",
  },
  SUPERSEDED: {
    "zh-TW": "此繳費單已換發新的繳款帳號，請向學校查詢。",
    en: "This bill was replaced by one with another account number.",
  },
  TRANSACTION_CONFLICT: {
    "zh-TW": "相同交易序號已用於另一筆內容不同的通知，未入帳。",
    en: "This transaction number was used for a payment of other content. Nothing was recorded.",
  },
  PARTNER_SUSPENDED: {
    "zh-TW": "貴單位的連線已暫停，未入帳。請保留通知並洽主管機關，恢復後以相同交易序號重送。",
    en: "Your access is suspended, and nothing was recorded. Keep your notices and ask the city; once admitted again, tell them under the same numbers.",
  },
  BAD_SIGNATURE: {
    "zh-TW": "簽章驗證失敗：{explanation}",
    en: "The proof is not right. {explanation}",
  },
  CLOCK_SKEW: {
    "zh-TW": "簽章時間與本系統相差超過 10 分鐘，請校正時間後重新簽章。",
    en: "The proof's time is more than 10 minutes from ours. Set your clock and sign again.",
  },
  PAYMENT_UNDER_WAY: {
    "zh-TW": "已有人以相同管道繳費中，請待 {expiresAt} 後再試，或改用其他管道。",
    en: "Somebody has started to pay this bill through the same channel. Wait until {expiresAt}, or choose another.",
  },
  ALREADY_BILLED: {
    "zh-TW": "十分鐘內已開立相同名稱與項目的繳費單給這位學生。若確定要再開一張，請指定 again: true。",
    en: "This student was given an equal bill in the last ten minutes. If another is meant, ask with again: true.",
  },
  STUDENT_NOT_AT_SCHOOL: { "zh-TW": "本校查無此學生。", en: "No such student is at this school." },
  CLASS_NOT_AT_SCHOOL: {
    "zh-TW": "本校查無此班級的學生。",
    en: "No student of that class is known at this school.",
  },
  ISSUER_NOT_SET: {
    "zh-TW": "本校尚未設定代收銀行，無法開立繳費單。",
    en: "This school has no agreement with a bank yet, so it cannot issue bills.",
  },
};
