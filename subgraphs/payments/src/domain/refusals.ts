import { Refusal, type RefusalSentences } from "@campus-graph/kit/refusal";

/** No bill has this account number, or none that this partner may know of. */
export class BillNotFound extends Refusal {
  readonly code = "BILL_NOT_FOUND";
}

/** The bill is paid, so no further payment can be started. Money that arrives all the same is an overpayment. */
export class AlreadyPaid extends Refusal {
  readonly code = "ALREADY_PAID";
}

/** The channel no longer takes money for this bill on that day. */
export class PastDue extends Refusal {
  readonly code = "PAST_DUE";
}

/** The issuer does not take this bill through the channel, or the partner may not speak for it. */
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

/** The city has suspended the partner. Nothing is recorded. */
export class PartnerSuspended extends Refusal {
  readonly code = "PARTNER_SUSPENDED";
}

/** The proof was not made by this partner for this very input. */
export class BadSignature extends Refusal {
  readonly code = "BAD_SIGNATURE";
}

/** The proof is good but its time is more than ten minutes from ours. */
export class ClockSkew extends Refusal {
  readonly code = "CLOCK_SKEW";
}

/** Somebody has started to pay this bill through the same channel; `expiresAt` says how long that is held. */
export class PaymentUnderWay extends Refusal {
  readonly code = "PAYMENT_UNDER_WAY";
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
    "zh-TW": "貴單位的連線已暫停，請洽主管機關。",
    en: "Your access is suspended. Ask the city.",
  },
  BAD_SIGNATURE: {
    "zh-TW": "簽章驗證失敗，請確認金鑰與簽章內容。",
    en: "The proof does not verify. Check the key, its kid and the canonical form of the input.",
  },
  CLOCK_SKEW: {
    "zh-TW": "簽章時間與本系統相差超過 10 分鐘，請校正時間後重新簽章。",
    en: "The proof's time is more than 10 minutes from ours. Set your clock and sign again.",
  },
  PAYMENT_UNDER_WAY: {
    "zh-TW": "已有人以相同管道繳費中，請待 {expiresAt} 後再試，或改用其他管道。",
    en: "Somebody has started to pay this bill through the same channel. Wait until {expiresAt}, or choose another.",
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
