import type { CodesOf, Words } from "@campus-graph/kit/refusals/refusal";

/** The words of payments' own refusals. */
export const refusals = {
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
    "zh-TW": "不受理繳費管道 {channel}。{explanation}",
    en: "{channel} is not taken here. {explanation}",
  },
  AMOUNT_DIFFERS: {
    "zh-TW": "金額與繳費單不符，未入帳。應繳金額為 {amountDue} 元。",
    en: "The amount is not the bill's, and nothing was recorded. NT${amountDue} is due.",
  },
  SUPERSEDED: {
    "zh-TW": "此繳費單已換發新的繳款帳號，請向學校查詢。",
    en: "This bill was replaced by one with another account number.",
  },
  BILL_ENDED: {
    "zh-TW": "此繳費單已由學校作廢或減免，無須繳費，也不能再變更。",
    en: "The school has taken this bill back or waived it: nothing is due, and it can no longer be changed.",
  },
  NOTHING_AMENDED: {
    "zh-TW": "內容與原繳費單相同，請修改項目、金額或繳費期限後再送出。",
    en: "This is what the bill says already. Change a line, an amount or the due date.",
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
  CASE_CLOSED: {
    "zh-TW": "這筆款項已全數處理完畢，不能再變更。",
    en: "All of this money is dealt with: nothing of it can be changed any more.",
  },
  CASE_EXCEEDED: {
    "zh-TW": "超過這筆款項尚未處理的餘額 {open} 元，請改填較小的金額。",
    en: "Only NT${open} of this money is still open. Choose a smaller amount.",
  },
  BILL_TAKES_NO_CREDIT: {
    "zh-TW": "請選擇同一位學生在本校待繳費、且金額不超過這筆款項餘額的繳費單。",
    en: "Choose an unpaid bill of the same student and school that asks for no more than is left of this money.",
  },
  REFUND_DECIDED: {
    "zh-TW": "這筆退費已經決定（{state}），請重新讀取。",
    en: "This refund has been decided already ({state}). Read it anew.",
  },
  OWN_REFUND: {
    "zh-TW": "提出退費的人不能自己核准，請由另一位出納人員核准。",
    en: "Whoever proposed a refund cannot approve it. Another cashier must.",
  },
  REFUND_ACCOUNT_FIXED: {
    "zh-TW": "退費帳戶已由另一位家長提供，或已交付銀行，不能再更改；請洽學校出納組。",
    en: "The other guardian has given the account, or the bank was already asked to pay to it. Ask the school's cashier.",
  },
  OTHER_GUARDIAN_PAID: {
    "zh-TW": "這筆款項是另一位家長繳的，退費帳戶由該位家長提供；有疑問請洽學校出納組。",
    en: "The other guardian paid this, and is asked where to pay it back. Ask the school's cashier if that is wrong.",
  },
  SETTLEMENT_UNREADABLE: {
    "zh-TW": "對帳檔第 {line} 行無法讀取：{rule}整個檔案都未入帳。",
    en: "Line {line} of the settlement file cannot be read. {rule} Nothing of the file was booked.",
  },
  SETTLEMENT_TOTALS_DIFFER: {
    "zh-TW":
      "對帳檔各行合計 {found} 與末筆所載 {said} 不符，檔案可能不完整；請向銀行重新取得，整個檔案都未入帳。",
    en: "The lines come to {found}, the trailer says {said}: the file may have been cut. Get it from the bank again; nothing was booked.",
  },
  SETTLEMENT_OF_OTHERS: {
    "zh-TW": "這是 {partner} {day} 的對帳檔：業者不符、未登記，或日期在未來，未入帳。",
    en: "This file is {partner}'s of {day}: another partner's, one's that is not registered, or of a day to come. Nothing was booked.",
  },
  SETTLEMENT_FILE_CONFLICT: {
    "zh-TW": "{day} 第 {number} 檔先前已匯入，內容不同；未入帳。若是補送的檔案，請銀行另編檔次。",
    en: "File {number} of {day} was imported before and said something else. Nothing was booked; have the bank number a further file anew.",
  },
  EXCEPTION_RESOLVED: {
    "zh-TW": "這個項目已有人處理，請重新讀取。",
    en: "Somebody has dealt with this already. Read it anew.",
  },
  REMEDY_NOT_POSSIBLE: {
    "zh-TW": "這個項目不能這樣處理（{remedy}），請選擇所列的處理方式。",
    en: "This cannot be dealt with by {remedy}. Choose one of the remedies that it lists.",
  },
  NO_GUARDIAN_BOUND: {
    "zh-TW": "還沒有家長綁定這位學生，開立後不會有人收到通知，請另給紙本。",
    en: "No guardian is bound to this student, so nobody is notified. Hand out a paper slip.",
  },
  BILLED_BEFORE: {
    "zh-TW": "這位學生已有相同名稱的繳費單。",
    en: "This student has a bill of the same title already.",
  },
  AMOUNT_UNUSUAL: {
    "zh-TW": "每張 {amount} 元，與本校過去一年的繳費單（{smallest} 至 {largest} 元）相差很多，請再核對。",
    en: "NT${amount} each is far from this school's bills of the past year (NT${smallest} to NT${largest}). Check it again.",
  },
  DUE_SOON: {
    "zh-TW": "繳費期限 {dueDate} 只剩 {days} 天，超商入帳約需三天。",
    en: "Due on {dueDate}, in {days} days. News of payments at stores takes about three.",
  },
  DUE_LATE: {
    "zh-TW": "繳費期限 {dueDate} 在 {days} 天後，請確認年月沒有填錯。",
    en: "Due on {dueDate}, in {days} days. Check that year and month are right.",
  },
} as const satisfies Readonly<Record<CodesOf<typeof import("./domain/refusals.js")>, Words>>;
